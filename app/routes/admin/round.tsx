import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { RoundChanges } from "#components/actors/actor-history.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ActorProgressTable } from "#components/rounds/actor-progress-table.tsx";
import { WaitingRequests } from "#components/rounds/more-time.tsx";
import { ProgressFilters } from "#components/rounds/progress-filters.tsx";
import { RoundMoves } from "#components/rounds/round-moves.tsx";
import { RoundSummary } from "#components/rounds/round-summary.tsx";
import type { Db } from "#db/client.server.ts";
import { listRoundActorChanges } from "#db/queries/actor-changes.ts";
import { findRound } from "#db/queries/rounds.ts";
import {
  chooseProgress,
  countProgress,
  type ProgressChoice,
  progressOrders,
  progressStates,
} from "#domain/progress.ts";
import { formFailure } from "#http/form.ts";
import { yearParam } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { roundDone, roundProblems } from "#text/admin.ts";
import { daysLeftText, dayText, momentText } from "#text/dates.ts";
import { roundStateNames } from "#text/rounds.ts";
import { closeRound } from "#usecases/close-round.ts";
import { extendRound } from "#usecases/extend-round.ts";
import { openRound } from "#usecases/open-round.ts";
import type { MoveBy } from "#usecases/permit-move.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { viewRound } from "#usecases/view-round.ts";
import { withdrawRound } from "#usecases/withdraw-round.ts";

type Given = { year: number; closingDay: string; reason: string };
type Answer = { ok: true } | { ok: false; problem: keyof typeof roundProblems };
type Move = { done: string; confirm: boolean; run: (db: Db, given: Given, by: MoveBy) => Answer };

const moves: Record<string, Move> = {
  open: { done: "oppnad", confirm: true, run: openRound },
  extend: { done: "forlangd", confirm: false, run: extendRound },
  close: { done: "stangd", confirm: true, run: closeRound },
  release: { done: "slappt", confirm: true, run: releaseRound },
  withdraw: { done: "tillbakatagen", confirm: false, run: withdrawRound },
};

export const meta: MetaFunction = ({ params }) => [{ title: `Omgången ${params.year} – Förmågekollen` }];

// What a form is refused for has often changed on the page since it was opened.
export const shouldRevalidate = () => true;

const fieldOf: Partial<Record<keyof typeof roundProblems, string>> = {
  closing_day_invalid: "closingDay",
  closing_day_past: "closingDay",
  closing_day_not_later: "closingDay",
  withdraw_reason_missing: "reason",
};

/** Which actors are listed; what the address says wrongly is as if it said nothing. */
function choiceIn(asked: URLSearchParams): ProgressChoice {
  return {
    state: progressStates.find((state) => state === asked.get("lage")) ?? null,
    category: asked.get("kategori") || null,
    isUnusual: asked.get("sticker-ut") === "on",
    text: asked.get("sok") ?? "",
    order: progressOrders.find((order) => order === asked.get("ordning")) ?? "category",
  };
}

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
  const choice = choiceIn(asked);
  return {
    round,
    changes: listRoundActorChanges(db, { year: round.year }),
    choice,
    listed: chooseProgress(round.actors, choice),
    counts: countProgress(round.actors),
    done: doneText(asked.get("nu") ?? ""),
  };
}

export async function action(args: ActionFunctionArgs) {
  const user = requireAccess(args, "routes/admin/round");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  if (!findRound(db, year)) throw unknown(args.params.year);
  const form = await args.request.formData();
  const name = String(form.get("move"));
  const move = Object.hasOwn(moves, name) ? moves[name] : undefined;
  if (!move) return invalid(formFailure(form, { "": "Välj vad som ska hända med omgången." }));
  if (move.confirm && form.get("understood") !== "on") {
    return invalid(formFailure(form, { understood: "Kryssa i rutan först: det går inte att ångra." }));
  }
  const text = (field: string) => String(form.get(field) ?? "").trim();
  const given = { year, closingDay: text("closingDay"), reason: text("reason") };
  const result = move.run(db, given, { now: now(), personId: user.personId, role: user.role });
  if (result.ok) return redirectTo(`/omgangar/${year}?nu=${move.done}`);
  const field = fieldOf[result.problem] ?? "";
  return invalid(formFailure(form, { [field]: roundProblems[result.problem] }));
}

type RoundData = ReturnType<typeof loader>["round"];

function leadOf({ state, closingDay, daysLeft, actors, actorsNow }: RoundData): string {
  const sent = `${actors.filter(({ submittedAt }) => submittedAt !== null).length} av ${actors.length} aktörers inlämning räknas.`;
  if (state === "planned") return `Planerad för ${actorsNow.total} aktörer. Nästa steg är att öppna den.`;
  if (state === "open") return `Stänger ${dayText(closingDay)}, ${daysLeftText(daysLeft)}.`;
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
      {round.withdrawals.length > 0 && <dt>Tillbakatagen</dt>}
      {round.withdrawals.map(({ withdrawnAt, withdrawnByName, reason }) => (
        <dd key={withdrawnAt}>
          {momentText(withdrawnAt)}
          {withdrawnByName && ` av ${withdrawnByName}`}: <span className="typed">{reason}</span>
        </dd>
      ))}
    </dl>
  );
}

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

function Followed({ page }: { page: PageData }) {
  const { round, choice, listed, counts } = page;
  const { year, state, actors } = round;
  const isRunning = state === "open" || state === "closed";
  return (
    <>
      <WaitingRequests year={year} actors={actors} />
      <RoundSummary
        year={year}
        counts={counts}
        total={actors.length}
        daysLeft={state === "open" ? round.daysLeft : null}
      />
      <section id="aktorer">
        <h2>Aktörerna</h2>
        <ProgressFilters
          year={year}
          choice={choice}
          categories={[...new Set(actors.map(({ category }) => category))]}
        />
        <ActorProgressTable
          year={year}
          actors={listed}
          total={actors.length}
          may={{ remind: state === "open", reopen: isRunning }}
        />
      </section>
    </>
  );
}

type Failure = ReturnType<typeof useActionData<typeof action>>;

function Moves({ page: { round, changes }, failure }: { page: PageData; failure: Failure }) {
  return (
    <div className="round-layout" id="forlang">
      <div>
        <RoundMoves key={round.state} round={round} failure={failure} />
      </div>
      <section>
        <h2>Om omgången</h2>
        <Facts round={round} />
        {changes.length > 0 && <h2>Ändrat bland aktörerna efter öppningen</h2>}
        {changes.length > 0 && <RoundChanges changes={changes} showActor />}
      </section>
    </div>
  );
}

export default function RoundPage() {
  const page = useLoaderData<typeof loader>();
  const { round, done } = page;
  const failure = useActionData<typeof action>();
  const isOpen = round.state === "open";
  return (
    <Page
      title={`Omgången ${round.year}`}
      lead={
        <>
          <span className={`tag state-${round.state}`}>{roundStateNames[round.state]}</span> {leadOf(round)}
        </>
      }
      crumbs={[{ to: "/omgangar", label: "Omgångar" }]}
      actions={isOpen && <a href="#forlang">Förläng eller stäng</a>}
    >
      {done && !failure && <Notice kind="saved">{done}</Notice>}
      {/* A refused form comes first, so that its answer is what one sees. */}
      {failure && <Moves page={page} failure={failure} />}
      {round.actors.length > 0 && <Followed page={page} />}
      {!failure && <Moves page={page} failure={failure} />}
    </Page>
  );
}
