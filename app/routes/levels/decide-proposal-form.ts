import type { Db } from "#db/client.server.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { levelsInForce } from "#domain/level-change.ts";
import { changeBetween } from "#domain/proposal.ts";
import { type FormValues, textOf } from "#http/form.ts";
import { dayText } from "#text/dates.ts";
import { proposalProblems } from "#text/proposal.ts";
import { type DecideProposalResult, decideProposal, levelsToDecide } from "#usecases/decide-proposal.ts";
import { type ProposalView, viewProposal } from "#usecases/view-proposal.ts";

/** The open proposal as it stands to be decided: only the rows that change something. */
export function proposalToDecide(db: Db, year: number, now: Date) {
  const view = viewProposal(db, year, {}, now);
  if (!view) return null;
  const decisions = listLevelDecisions(db, year);
  const rows = view.capabilities.flatMap(({ subs }) => subs.flatMap(({ lines }) => lines));
  const changed = levelsToDecide(rows, decisions).map(({ code, group, minimum, ambition, motive }) => {
    const before = levelsInForce(decisions, group).get(code) ?? { minimum: null, ambition: null };
    const after = { minimum, ambition };
    return { code, group, before, after, change: changeBetween(before, after), motive };
  });
  return { ...factsOf(view), rows: changed };
}

function factsOf({ number, revision, sequence, isReleased, capabilities }: ProposalView) {
  const names = capabilities.flatMap(({ subs }) => subs.map(({ code, name }) => [code, name] as const));
  return { number, revision, sequence, isReleased, names };
}

type By = Parameters<typeof decideProposal>[2];

/** Decides the proposal that the form names. */
export function decidePosted(db: Db, year: number, values: FormValues, by: By): DecideProposalResult {
  const input = {
    year,
    number: Number(textOf(values, "proposal")),
    revision: Number(textOf(values, "revision")),
    expectedSequence: Number(textOf(values, "sequence", "-1")),
    decidedOn: textOf(values, "decidedOn").trim(),
    meeting: textOf(values, "meeting"),
    reference: textOf(values, "reference"),
    registryNumber: textOf(values, "registryNumber"),
  };
  return decideProposal(db, input, by);
}

/** Why a proposal as such could not be decided; undefined for what concerns a single field or level. */
export function proposalRefusal(
  db: Db,
  year: number,
  result: Exclude<DecideProposalResult, { ok: true }>,
): string | undefined {
  if (result.problem === "proposal_gone" || result.problem === "proposal_changed")
    return proposalProblems[result.problem];
  if (result.problem !== "proposal_decided") return undefined;
  const decision = dayOf(db, year, result.sequence);
  return `Förslaget är redan beslutat: det blev beslut ${result.sequence}${decision}. Inget nytt beslut är registrerat.`;
}

function dayOf(db: Db, year: number, sequence: number): string {
  const decision = listDecisions(db, year).find((one) => one.sequence === sequence);
  return decision ? ` den ${dayText(decision.decidedOn)}` : "";
}
