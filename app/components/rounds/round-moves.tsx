import { Link } from "@remix-run/react";
import type { RoundState } from "#domain/round.ts";
import { ErrorPanel } from "../error-panel.tsx";
import { TextareaField } from "../field.tsx";
import { Notice } from "../notice.tsx";
import { Day, type Failure, MoveForm, Understood } from "./move-form.tsx";
import { type CutOff, ReleaseCuts } from "./release-cuts.tsx";

type Round = {
  year: number;
  state: RoundState;
  closingDay: string;
  actorsNow: { total: number; designated: number };
  levels: { latest: object | null };
  hasSubmissions: boolean;
  cutOff: CutOff;
};
function OpenMove({ round, failure }: { round: Round; failure: Failure }) {
  const { total, designated } = round.actorsNow;
  return (
    <MoveForm
      move="open"
      heading="Öppna omgången"
      explanation={
        <>
          Då låses definitionen och <Link to="/aktorer">de {total} aktörerna</Link> som de ser ut nu, varav {designated}{" "}
          utpekade. Lägstanivåer kan beslutas både före och efter.
        </>
      }
      button="Öppna omgången"
      failure={failure}
    >
      <Day label="Stänger när dagen är slut" value={round.closingDay} failure={failure} move="open" />
      <Understood
        label="Jag förstår att definition, aktörer, kategorier och utpekade inte kan ändras i omgången efteråt."
        failure={failure}
      />
    </MoveForm>
  );
}

function OpenRoundMoves({ failure }: { failure: Failure }) {
  return (
    <>
      <MoveForm
        move="extend"
        heading="Förläng"
        explanation="Den ursprungliga dagen finns kvar, och det är från den som övningar räknas 24 månader bakåt."
        button="Flytta stängningsdagen"
        secondary
        failure={failure}
      >
        <Day label="Ny stängningsdag" failure={failure} move="extend" />
      </MoveForm>
      <MoveForm
        move="close"
        heading="Stäng nu"
        explanation="Omgången stänger av sig själv när stängningsdagen är slut. Stäng tidigare bara om alla är klara."
        button="Stäng omgången nu"
        secondary
        failure={failure}
      >
        <Understood
          label="Jag förstår att ingen utan en egen sista dag kan svara eller lämna in efteråt, och att omgången inte kan öppnas igen."
          failure={failure}
        />
      </MoveForm>
    </>
  );
}

function ReleaseMove({ round, failure }: { round: Round; failure: Failure }) {
  return (
    <MoveForm
      move="release"
      heading="Släpp resultatet"
      explanation="Då ser regionala rådet regionens resultat. Enskilda aktörers svar ser bara aktören själv, kansliet och chefsgruppen."
      button="Släpp resultatet"
      failure={failure}
    >
      {!round.levels.latest && (
        <Notice kind="warning">Inga lägstanivåer är beslutade. Utan dem kan inga brister räknas.</Notice>
      )}
      <ReleaseCuts year={round.year} cutOff={round.cutOff} />
      <Understood
        label="Jag förstår att släppet inte kan ångras, och att ingen kan svara, lämna in eller ändra nivåer efteråt."
        failure={failure}
      />
    </MoveForm>
  );
}

function WithdrawMove({ failure }: { failure: Failure }) {
  const mine = failure?.values.move === "withdraw" ? failure : undefined;
  const typed = mine?.values.reason;
  return (
    <MoveForm
      move="withdraw"
      heading="Öppnad av misstag?"
      explanation="Ta tillbaka omgången, så är den planerad igen. Ingen har lämnat in än. Det som är sparat finns kvar och syns när omgången öppnas på nytt."
      button="Ta tillbaka omgången"
      secondary
      failure={failure}
    >
      <TextareaField
        name="reason"
        label="Varför tas den tillbaka?"
        rows={2}
        value={typeof typed === "string" ? typed : ""}
        error={mine?.errors.reason}
      />
    </MoveForm>
  );
}

const movesShown: Record<RoundState, string[]> = {
  planned: ["open"],
  open: ["extend", "close", "withdraw"],
  closed: ["release", "withdraw"],
  released: [],
};

/** What the office can do with a round now; one main action per state. */
export function RoundMoves({ round, failure }: { round: Round; failure: Failure }) {
  // A form from before the state changed is not on the page any more: its answer stands above.
  const isElsewhere = failure && !movesShown[round.state].includes(String(failure.values.move));
  return (
    <>
      {isElsewhere && <ErrorPanel errors={failure.errors} title="Det gick inte" />}
      {round.state === "planned" && <OpenMove round={round} failure={failure} />}
      {round.state === "open" && <OpenRoundMoves failure={failure} />}
      {round.state === "closed" && <ReleaseMove round={round} failure={failure} />}
      {(round.state === "open" || round.state === "closed") && !round.hasSubmissions && (
        <WithdrawMove failure={failure} />
      )}
    </>
  );
}
