import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { listSavedRows } from "#db/queries/proposals.ts";
import { levelsInForce } from "#domain/level-change.ts";
import { type Shift, shifted, shifts } from "#domain/level-shift.ts";
import { type ProposalRow, rowsAt } from "#domain/proposal.ts";
import type { Group } from "#domain/target.ts";
import { breaksOf } from "#domain/version-map.ts";
import { type FormFailure, type FormValues, formFailure, formValues, listOf, textOf } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { timeText } from "#text/dates.ts";
import { groupHeading, levelProblemTexts } from "#text/levels.ts";
import { levelsText, proposalProblems } from "#text/proposal.ts";
import { MOTIVE_LENGTH } from "#usecases/decide-levels.ts";
import { discardProposal } from "#usecases/discard-proposal.ts";
import { type LevelGround, levelGround } from "#usecases/level-basis.ts";
import { type SaveProposalResult, saveProposal } from "#usecases/save-proposal.ts";
import { startProposal } from "#usecases/start-proposal.ts";
import { viewProposal } from "#usecases/view-proposal.ts";
import { levelOf } from "./read-decision.ts";

type Posted = { args: ActionFunctionArgs; year: number; form: FormData; values: FormValues; personId: string };

/** The rows as written. A row that was not sent is a row that was not changed. */
function writtenRows(seen: readonly ProposalRow[], values: FormValues): ProposalRow[] {
  return seen.flatMap(({ code, group }) => {
    const key = `${code}.${group}`;
    if (values[`minimum.${key}`] === undefined || values[`ambition.${key}`] === undefined) return [];
    const minimum = levelOf(textOf(values, `minimum.${key}`));
    const motive = textOf(values, `motive.${key}`).trim();
    return [{ code, group, minimum, ambition: levelOf(textOf(values, `ambition.${key}`)), motive }];
  });
}

/** The rows after a step for many at once: up, down, or as they were last year. Without a tick it is all of them. */
function moved({ args, year, values }: Posted, rows: ProposalRow[], intent: string): ProposalRow[] {
  const { db } = args.context;
  const chosen = listOf(values, "chosen");
  const isChosen = ({ code, group }: ProposalRow) => chosen.length === 0 || chosen.includes(`${code}.${group}`);
  const last = levelGround(db, year)?.last;
  const choices = viewProposal(db, year, {}, args.context.now())?.choices.map(({ level }) => level) ?? [];
  return rows.map((row) => {
    if (!isChosen(row)) return row;
    if (intent === "copy") return copied(row, last);
    return { ...row, ...shifted(row, intent as Shift, choices) };
  });
}

/** The row with last year's levels; as it is where no line leads there from last year. */
function copied(row: ProposalRow, last: LevelGround["last"] | undefined): ProposalRow {
  if (!last || breaksOf(last.lineage, row.code)) return row;
  const { minimum, ambition } = levelsInForce(last.decisions, row.group).get(row.code) ?? {
    minimum: null,
    ambition: null,
  };
  return { ...row, minimum, ambition };
}

const isMove = (intent: string) => intent === "copy" || (shifts as readonly string[]).includes(intent);

function save(posted: Posted, intent: string) {
  const { args, year, form, values, personId } = posted;
  const { db, now } = args.context;
  const number = Number(textOf(values, "number"));
  const revision = Number(textOf(values, "revision"));
  const written = writtenRows(rowsAt(listSavedRows(db, { year, number })), values);
  const rows = isMove(intent) ? moved(posted, written, intent) : written;
  const added =
    intent === "add" ? { code: textOf(values, "addCode"), group: textOf(values, "addGroup") as Group } : undefined;
  const result = saveProposal(db, { year, number, revision, rows, added }, { now: now(), personId });
  if (result.ok) return redirectTo(`/lagstanivaer/${year}/forslag?sparat=${result.changed}${basisOf(args)}`);
  if (result.problem === "stale") letGo(form, written, result.edited);
  return invalid(formFailure(form, errorsOf(result, written)));
}

/** What nobody touched must not undo what the other saved: those rows go back to what is saved now. */
function letGo(form: FormData, written: ProposalRow[], edited: string[]): void {
  for (const { code, group } of written) {
    if (edited.includes(`${code} ${group}`)) continue;
    for (const field of ["minimum", "ambition", "motive"]) form.delete(`${field}.${code}.${group}`);
  }
  form.delete("revision");
}

function basisOf({ request }: ActionFunctionArgs): string {
  const basis = new URL(request.url).searchParams.get("svar");
  return basis && /^\d{4}$/.test(basis) ? `&svar=${basis}` : "";
}

/** `written`: the rows that were refused, each problem at its own. */
function errorsOf(
  result: Exclude<SaveProposalResult, { ok: true }>,
  written: readonly ProposalRow[],
): FormFailure["errors"] {
  const named = ({ code, group }: { code: string; group: Group }) => `${code}, ${groupHeading(group).toLowerCase()}`;
  if (result.problem === "motive_long") {
    const tooLong = written.filter(({ motive }) => motive.length > MOTIVE_LENGTH);
    return Object.fromEntries(
      tooLong.map((row) => [`motive.${row.code}.${row.group}`, `${named(row)}: ${proposalProblems.motive_long}`]),
    );
  }
  if (result.problem === "levels") {
    return Object.fromEntries(
      result.levels.map(({ code, group, field, problem }) => [
        `${field}.${code}.${group}`,
        `${named({ code, group })}: ${levelProblemTexts[problem]}`,
      ]),
    );
  }
  if (result.problem !== "stale") return { "": proposalProblems[result.problem] };
  const theirs = result.both.map((row) => `${named(row)}: ${levelsText(row)}`);
  const clash = theirs.length > 0 ? ` Ni har båda ändrat, och den andra skrev ${theirs.join("; ")}.` : "";
  return {
    "": `${result.savedByName ?? "Någon annan"} sparade förslaget ${timeText(result.savedAt)}, medan du skrev. Ditt är inte sparat. Det du ändrade står kvar nedan, övriga rader visar vad som är sparat nu.${clash} Kontrollera och spara igen.`,
  };
}

/** Starts, saves, tries, moves many at once, begins a row, or throws the proposal away. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = requireAccess(args, "routes/levels/proposal");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  const form = await args.request.formData();
  const values = formValues(form);
  const posted = { args, year, form, values, personId };
  const intent = textOf(values, "intent", "save");
  if (intent === "preview") return preview(posted);
  if (intent === "start") return start(posted);
  if (intent !== "discard") return save(posted, intent);
  if (values.sure === undefined)
    return invalid(formFailure(form, { sure: "Kryssa i rutan om du vill kasta förslaget." }));
  const discarded = discardProposal(db, { year, number: Number(textOf(values, "number")) }, { now: now(), personId });
  if (!discarded.ok) return invalid(formFailure(form, { "": proposalProblems[discarded.problem] }));
  return redirectTo(`/lagstanivaer/${year}/forslag?kastat=1`);
}

function start({ args, year, form, personId }: Posted) {
  const result = startProposal(args.context.db, year, { now: args.context.now(), personId });
  if (result.ok) return redirectTo(`/lagstanivaer/${year}/forslag`);
  if (result.problem === "round_unknown") throw notFound(`Omgången ${year} finns inte.`);
  return invalid(formFailure(form, { "": proposalProblems[result.problem] }));
}

/** What the rows as written would mean. Nothing is stored. */
function preview({ args, year, values }: Posted) {
  const { db, now } = args.context;
  const number = Number(textOf(values, "number"));
  const rows = writtenRows(rowsAt(listSavedRows(db, { year, number })), values);
  const basis = Number(new URL(args.request.url).searchParams.get("svar")) || undefined;
  const view = viewProposal(db, year, { rows: rows.filter(isOnScale), basis }, now());
  return { ok: true as const, values, errors: {}, preview: view ?? null };
}

function isOnScale({ minimum, ambition }: ProposalRow): boolean {
  return [minimum, ambition].every((level) => level === null || Number.isInteger(level));
}
