import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { RoundChanges } from "#components/actors/actor-history.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ActorProgressTable } from "#components/rounds/actor-progress-table.tsx";
import { ReopenForm } from "#components/rounds/reopen-form.tsx";
import { RoundMoves } from "#components/rounds/round-moves.tsx";
import type { Db } from "#db/client.server.ts";
import { listRoundActorChanges } from "#db/queries/actor-changes.ts";
import { findRound } from "#db/queries/rounds.ts";
import { formFailure } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { roundDone, roundProblems } from "#text/admin.ts";
import { approvalProblems } from "#text/approval.ts";
import { daysLeftText, dayText, momentText } from "#text/dates.ts";
import { roundStateNames } from "#text/rounds.ts";
import { closeRound } from "#usecases/close-round.ts";
import { extendRound } from "#usecases/extend-round.ts";
import { openRound } from "#usecases/open-round.ts";
import type { MoveBy } from "#usecases/permit-move.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { viewRound } from "#usecases/view-round.ts";

type Given = { year: number; closingDay: string };
type Answer = { ok: true } | { ok: false; problem: keyof typeof roundProblems };
type Move = { done: string; confirm: boolean; run: (db: Db, given: Given, now: Date) => Answer };

const moves: Record<string, Move> = {
  open: { done: "oppnad", confirm: true, run: (db, given, now) => openRound(db, given, { now }) },
  extend: { done: "forlangd", confirm: false, run: (db, given, now) => extendRound(db, given, { now }) },
  close: { done: "stangd", confirm: true, run: (db, { year }, now) => closeRound(db, { year }, { now }) },
  release: { done: "slappt", confirm: true, run: (db, { year }, now) => releaseRound(db, { year }, { now }) },
};

export const meta: MetaFunction = ({ params }) => [{ title: `Omgången ${params.year} – Förmågekollen` }];

// What a form is refused for has often changed on the page since it was opened.
export const shouldRevalidate = () => true;

function unknown(year: string | undefined): Response {
  return notFound(`Omgången ${year ?? ""} finns inte.`);
}

function doneText(name: string): string | null {
  return (Object.hasOwn(roundDone, name) ? roundDone[name] : undefined) ?? null;
}

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/round");
  const { db, now } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const round = viewRound(db, yearParam(args.params.year), now());
  if (!round) throw unknown(args.params.year);
  const toReopen = round.actors.find(({ actorId }) => actorId === asked.get("ateroppna")) ?? null;
  return {
    round,
    changes: listRoundActorChanges(db, { year: round.year }),
    toReopen,
    done: doneText(asked.get("nu") ?? ""),
  };
}

export async function action(args: ActionFunctionArgs) {
  const user = requireAccess(args, "routes/admin/round");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  if (!findRound(db, year)) throw unknown(args.params.year);
  const form = await args.request.formData();
  if (form.get("move") === "reopen") return reopen(db, form, year, { now: now(), ...user });
  const name = String(form.get("move"));
  const move = Object.hasOwn(moves, name) ? moves[name] : undefined;
  if (!move) return invalid(formFailure(form, { "": "Välj vad som ska hända med omgången." }));
  if (move.confirm && form.get("understood") !== "on") {
    return invalid(formFailure(form, { understood: "Kryssa i rutan först: det går inte att ångra." }));
  }
  const result = move.run(db, { year, closingDay: String(form.get("closingDay") ?? "").trim() }, now());
  if (result.ok) return redirectTo(`/omgangar/${year}?nu=${move.done}`);
  const field = result.problem.startsWith("closing_day") ? "closingDay" : "";
  return invalid(formFailure(form, { [field]: roundProblems[result.problem] }));
}

/** Reopens one actor's assessment from the form that the actor's row leads to. */
function reopen(db: Db, form: FormData, year: number, by: MoveBy) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const input = { year, actorId: text("actor"), reason: text("reason"), lastDay: text("lastDay") };
  const result = reopenAssessment(db, input, by);
  if (result.ok) return redirectTo(`/omgangar/${year}?nu=ateroppnad`);
  const field = result.problem.startsWith("last_day") ? "lastDay" : result.problem === "reason_missing" ? "reason" : "";
  return invalid(formFailure(form, { [field]: approvalProblems[result.problem] }));
}

type RoundData = ReturnType<typeof loader>["round"];

function leadOf({ state, closingDay, daysLeft, actors, actorsNow }: RoundData): string {
  const sent = `${actors.filter(({ submittedAt }) => submittedAt !== null).length} av ${actors.length} aktörer har lämnat in.`;
  if (state === "planned") return `Planerad för ${actorsNow.total} aktörer. Nästa steg är att öppna den.`;
  if (state === "open") return `Stänger ${dayText(closingDay)}, ${daysLeftText(daysLeft)}. ${sent}`;
  if (state === "closed") return `${sent} Nästa steg är att släppa resultatet.`;
  return sent;
}

function Facts({ round }: { round: RoundData }) {
  const { latest, withMinimum } = round.levels;
  return (
    <dl className="facts-list">
      <dt>Definition</dt>
      <dd>
        <Link to={`/definitioner/${round.definitionVersion}`}>{round.definitionVersion}</Link>
      </dd>
      <dt>Lägstanivåer</dt>
      <dd>
        <Link to={`/lagstanivaer/${round.year}`}>
          {latest ? `Beslut ${latest.sequence}, ${dayText(latest.decidedOn)}` : "Inga beslutade"}
        </Link>
        {latest && `: ${withMinimum} av ${round.subCapabilities} delförmågor har en lägstanivå`}
      </dd>
      <dt>Stängningsdag</dt>
      <dd>
        {dayText(round.closingDay)}
        {round.closingDay !== round.originalClosingDay && ` (från början ${dayText(round.originalClosingDay)})`}
      </dd>
      {round.openedAt && <dt>Öppnades</dt>}
      {round.openedAt && <dd>{momentText(round.openedAt)}</dd>}
      {round.closedAt && <dt>Stängdes av kansliet</dt>}
      {round.closedAt && <dd>{momentText(round.closedAt)}</dd>}
      {round.releasedAt && <dt>Släpptes</dt>}
      {round.releasedAt && <dd>{momentText(round.releasedAt)}</dd>}
    </dl>
  );
}

export default function RoundPage() {
  const { round, changes, toReopen, done } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Page
      title={`Omgången ${round.year}`}
      lead={
        <>
          <span className={`tag state-${round.state}`}>{roundStateNames[round.state]}</span> {leadOf(round)}
        </>
      }
      crumbs={[{ to: "/omgangar", label: "Omgångar" }]}
    >
      {done && !failure && <Notice kind="saved">{done}</Notice>}
      <div className="round-layout">
        <div>
          {toReopen && <ReopenForm year={round.year} actor={toReopen} failure={failure} />}
          <Facts round={round} />
          <RoundMoves key={round.state} round={round} failure={failure} />
          {changes.length > 0 && <h2>Ändrat bland aktörerna efter öppningen</h2>}
          {changes.length > 0 && <RoundChanges changes={changes} showActor />}
        </div>
        {round.actors.length > 0 && (
          <ActorProgressTable
            year={round.year}
            total={round.subCapabilities}
            actors={round.actors}
            mayReopen={round.state === "open" || round.state === "closed"}
          />
        )}
      </div>
    </Page>
  );
}
