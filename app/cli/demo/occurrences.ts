// The demo's events and exercises: what the office and some actors recorded in the year before each round, what worked and what did not,
// and an answer that points to one.
import type { Db } from "#db/client.server.ts";
import { findAnswer } from "#db/queries/answers.ts";
import { type FrozenActor, listRoundActors } from "#db/queries/rounds.ts";
import type { AnswerContent } from "#domain/answer.ts";
import { stockholmDay } from "#domain/day.ts";
import type { Definition } from "#domain/definition.ts";
import type { ObservationContent, OccurrenceContent } from "#domain/occurrence.ts";
import { findUsableOccurrences, withOccurrence } from "#usecases/find-usable-occurrences.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { noteObservation } from "#usecases/save-observation.ts";
import { type RecordedBy, recordOccurrence } from "#usecases/save-occurrence.ts";
import { done } from "./done.ts";
import { draw } from "./draw.ts";
import { memberOf, shownActor } from "./people.ts";
import { daysFrom, type RoundTimes } from "./times.ts";

type Played = Pick<OccurrenceContent, "kind" | "name"> & {
  /** Before the round opened. */
  daysBefore: number;
  /** How many of the actors took part, 0 to 1. */
  share: number;
  /** What the office observed of all together. */
  observed: ObservationContent[];
};

const worked = (code: string, text: string): ObservationContent => ({ code, worked: text, shortcomings: "" });
const short = (code: string, text: string, also = ""): ObservationContent => ({
  code,
  worked: also,
  shortcomings: text,
});

/** By how many years ago, oldest first. */
const played: Record<0 | 1 | 2, Played[]> = {
  2: [
    {
      ...{ kind: "event", name: "Stormen över länet", daysBefore: 190, share: 0.7 },
      observed: [
        worked("2:1", "Första samverkanskonferensen hölls inom en timme."),
        short("2:5", "Talgrupperna användes olika. Flera kom inte in alls."),
      ],
    },
    {
      ...{ kind: "exercise", name: "Samverkansövning Nord", daysBefore: 60, share: 0.5 },
      observed: [short("5:6", "Budskapen gick ut i olika ordning.", "Kommunikatörerna hittade varandra snabbt.")],
    },
  ],
  1: [
    {
      ...{ kind: "event", name: "Elavbrottet i södra länet", daysBefore: 150, share: 0.4 },
      observed: [
        worked("1:2", "Alla berörda fanns med från början."),
        short("3:5", "Ingen hade en samlad bild av vilka reservkraftverk som gick att låna."),
      ],
    },
    {
      ...{ kind: "exercise", name: "Övning Signal: larm och första konferens", daysBefore: 40, share: 0.8 },
      observed: [
        worked("1:3", "Larmet nådde alla inom femton minuter."),
        short("2:5", "Sju aktörer saknade utbildad personal vid Rakelterminalen."),
      ],
    },
  ],
  0: [
    {
      ...{ kind: "event", name: "Skyfallet", daysBefore: 70, share: 0.5 },
      observed: [
        worked("5:6", "Ett gemensamt budskap gick ut inom en timme."),
        short("3:2", "Underlaget till inriktningen kom först efter beslutet."),
      ],
    },
    {
      ...{ kind: "exercise", name: "Samverkansövning Syd", daysBefore: 25, share: 0.6 },
      observed: [short("2:5", "Talgruppsbytet tog för lång tid.", "Alla hade en terminal på plats.")],
    },
  ],
};

/** What an actor observed of itself, by sub-capability. */
const ownTexts = {
  "1:1": short("1:1", "Ersättaren saknade inloggning till WIS.", "Vi var på plats inom tjugo minuter."),
  "2:5": short("2:5", "Bara en person i passet kunde byta talgrupp."),
  "2:7a": worked("2:7a", "Händelsen i WIS var uppdaterad innan konferensen var slut."),
  "1:3": short("1:3", "Avlösningen efter tolv timmar var inte planerad."),
};

/** Plays what was recorded in the year before a round, and notes what it showed; before the actors answer. */
export function playOccurrences(db: Db, { year, openedAt }: RoundTimes, yearsAgo: 0 | 1 | 2): void {
  const actors = listRoundActors(db, year);
  for (const each of played[yearsAgo]) {
    const now = daysFrom(openedAt, 7 - each.daysBefore);
    const participants = actors
      .map(({ actorId }) => actorId)
      .filter((id) => id === shownActor || draw("took part", id, each.name) < each.share);
    const by = recorder(db, openedAt, null, now);
    const id = record(db, { ...each, participants }, daysFrom(openedAt, -each.daysBefore), by);
    for (const content of each.observed) note(db, id, content, by);
    for (const actorId of participants) noteOwn(db, { id, actorId, openedAt, now });
  }
  if (yearsAgo === 0) playOwnExercise(db, openedAt);
}

/** The shown actor has an exercise of its own. */
function playOwnExercise(db: Db, openedAt: Date): void {
  const by = recorder(db, openedAt, shownActor, daysFrom(openedAt, -10));
  const own = { kind: "exercise" as const, name: "Larmövning utan förvarning", participants: [shownActor] };
  const id = record(db, own, daysFrom(openedAt, -12), by);
  note(db, id, worked("1:2", "Alla på listan svarade inom en kvart."), by);
  note(db, id, ownTexts["1:1"], by);
}

type Noting = { id: number; actorId: string; openedAt: Date; now: Date };

function noteOwn(db: Db, { id, actorId, openedAt, now }: Noting): void {
  const by = recorder(db, openedAt, actorId, now);
  for (const [code, content] of Object.entries(ownTexts))
    if (draw("noted", actorId, code, id) < 0.15) note(db, id, content, by);
}

/** As the people of the round's time: the coordinator of an actor, or the office (null). */
function recorder(db: Db, openedAt: Date, actorId: string | null, now: Date): RecordedBy {
  const role = actorId === null ? ("office" as const) : ("coordinator" as const);
  const { personId } = memberOf(db, daysFrom(openedAt, 10), role, actorId ?? undefined);
  return { role, actorId, personId, now };
}

function record(db: Db, said: Omit<OccurrenceContent, "day">, at: Date, by: RecordedBy): number {
  const { kind, name, participants } = said;
  const content = { kind, name, participants, day: stockholmDay(at) };
  return done(recordOccurrence(db, { content, saveId: `demo-occurrence-${name}-${content.day}` }, by)).id;
}

function note(db: Db, occurrenceId: number, content: ObservationContent, by: RecordedBy): void {
  const saveId = `demo-observation-${occurrenceId}-${by.actorId}-${content.code}`;
  done(noteObservation(db, { occurrenceId, saveId, content }, by));
}

type Pointing = { actor: FrozenActor; definition: Definition; times: RoundTimes; personId: string; now: Date };

/** The shown actor's answer on the first sub-capability points to what it noted; before it submits. */
export function playOccurrenceEvidence(db: Db, { actor, definition, times, personId, now }: Pointing): void {
  const { year, actorId } = actor;
  const key = { year, actorId, code: "1:1" };
  const answer = findAnswer(db, key);
  if (actorId !== shownActor || !answer) return;
  const place = { ...key, definition, closingDay: times.closingDay };
  const content = withOccurrence(db, place, answer.content, newestOf(db, place, answer.content) ?? 0);
  const saveId = `demo-${year}-${actorId}-1:1-occurrence`;
  done(
    saveAnswer(db, { ...key, baseRevision: answer.revision, saveId, content }, { now, personId, role: "coordinator" }),
  );
}

/** The newest of what can be taken that the actor itself noted something of. */
function newestOf(
  db: Db,
  place: Parameters<typeof findUsableOccurrences>[1],
  content: AnswerContent,
): number | undefined {
  const own = findUsableOccurrences(db, place, content).find(({ evidence }) => evidence.outcome === "shortcomings");
  return own?.evidence.occurrence;
}
