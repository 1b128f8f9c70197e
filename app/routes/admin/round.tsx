import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAccess } from "#auth/require-access.ts";
import { RoundChanges } from "#components/actors/actor-history.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { ActorProgressTable } from "#components/rounds/actor-progress-table.tsx";
import { WaitingRequests } from "#components/rounds/more-time.tsx";
import { ProgressFilters } from "#components/rounds/progress-filters.tsx";
import { RoundFacts } from "#components/rounds/round-facts.tsx";
import { RoundMoves } from "#components/rounds/round-moves.tsx";
import { RoundSummary } from "#components/rounds/round-summary.tsx";
import { listRoundActorChanges } from "#db/queries/actor-changes.ts";
import {
  chooseProgress,
  countProgress,
  type ProgressChoice,
  progressOrders,
  progressStates,
  showsUnusual,
} from "#domain/progress.ts";
import { namedIn, yearParam } from "#http/params.ts";
import { notFound } from "#http/responses.ts";
import { roundDone } from "#text/admin.ts";
import { daysLeftText, dayText } from "#text/dates.ts";
import { roundStateNames } from "#text/rounds.ts";
import { viewRound } from "#usecases/view-round.ts";
import type { action } from "./round-action.ts";

export { action } from "./round-action.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Omgången ${params.year} – Förmågekollen` }];

// What a form is refused for has often changed on the page since it was opened.
export const shouldRevalidate = () => true;

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

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "routes/admin/round");
  const { db, now } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const round = viewRound(db, yearParam(args.params.year), now());
  if (!round) throw notFound(`Omgången ${args.params.year ?? ""} finns inte.`);
  const choice = choiceIn(asked);
  return {
    round,
    changes: listRoundActorChanges(db, { year: round.year }),
    choice,
    listed: chooseProgress(round.actors, choice),
    counts: countProgress(round.actors),
    done: namedIn(roundDone, asked.get("nu")) ?? null,
  };
}

type RoundData = ReturnType<typeof loader>["round"];

function leadOf({ state, closingDay, daysLeft, actors, actorsNow }: RoundData): string {
  const counted = actors.filter(({ submittedAt }) => submittedAt !== null);
  // They are begun anew, but what they submitted before counts until then.
  const again = counted.filter(({ progress }) => progress === "begun").length;
  const sent = `${counted.length} av ${actors.length} aktörers inlämning räknas${again > 0 ? `, ${again} av dem återöppnad${again === 1 ? "" : "e"}` : ""}.`;
  if (state === "planned") return `Planerad för ${actorsNow.total} aktörer. Nästa steg är att öppna den.`;
  if (state === "open")
    return `Stänger ${dayText(closingDay)}, ${daysLeftText(daysLeft)}.${again > 0 ? ` ${sent}` : ""}`;
  if (state === "closed") return `${sent} Nästa steg är att släppa resultatet.`;
  return sent;
}

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

function Followed({ page }: { page: PageData }) {
  const { round, choice, listed, counts } = page;
  const { year, state, actors } = round;
  const isRunning = state === "open" || state === "closed";
  const hasUnusual = showsUnusual(actors, choice, state === "released");
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
          hasUnusual={hasUnusual}
        />
        <ActorProgressTable
          year={year}
          actors={listed}
          total={actors.length}
          may={{ remind: state === "open", reopen: isRunning }}
          hasUnusual={hasUnusual}
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
        <RoundFacts round={round} />
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
      actions={
        <>
          {isOpen && <a href="#forlang">Förläng eller stäng</a>}
          {round.state === "released" && (
            <Link className="ds-button" to={`/resultat/${round.year}`}>
              Se regionens resultat
            </Link>
          )}
        </>
      }
    >
      {done && !failure && <Notice kind="saved">{done}</Notice>}
      {/* A refused form comes first, so that its answer is what one sees. */}
      {failure && <Moves page={page} failure={failure} />}
      {round.actors.length > 0 && <Followed page={page} />}
      {!failure && <Moves page={page} failure={failure} />}
      <p className="after-round">
        <Link to={`/skattning/${round.year}/gemensamma-funktioner`}>Gemensamma funktioner: kansliets egna svar</Link>
      </p>
    </Page>
  );
}
