// What the shown actor has to look at once more before submitting: something that cannot be judged, a level other than the
// proposed one, and levels two steps from the year before, one with its reason and one still without.
import type { Db } from "#db/client.server.ts";
import { findAnswer } from "#db/queries/answers.ts";
import { type AnswerContent, emptyAnswer } from "#domain/answer.ts";
import { type Definition, findSubCapability, indicatorsFor } from "#domain/definition.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { done } from "./done.ts";
import { memberOf, shownActor } from "./people.ts";
import { daysFrom, type RoundTimes } from "./times.ts";

const yes = { answer: "yes" as const, reason: "" };
const no = { answer: "no" as const, reason: "" };

/** Code → what is changed in the answer there, given what it holds and all its indicators answered with one answer. */
const changes: Record<
  string,
  (all: (entry: typeof yes | typeof no) => AnswerContent["indicators"]) => Partial<AnswerContent>
> = {
  "3:4": () => ({
    level: 2,
    causes: ["training"],
    reason: "Indikatorerna är uppfyllda, men det har aldrig prövats utanför kontorstid.",
  }),
  "4:2": (all) => ({
    indicators: all(no),
    level: 0,
    evidence: [],
    causes: ["organisation", "training"],
    reason: "",
    changeReason: "Funktionen lades ner vid omorganisationen i januari. Ersättaren är inte på plats än.",
  }),
  "5:2": () => ({
    kind: "unknown",
    level: null,
    causes: ["exercise"],
    reason: "Vi har inte övat det sedan ledningen byttes, så vi vet inte.",
  }),
  "5:6": (all) => ({ indicators: all(no), kind: "level", level: 0, confidence: "medium", causes: ["equipment"] }),
};

/** Plays these saves at the shown actor, in the open round. */
export function playUnusual(db: Db, definition: Definition, { year, openedAt }: RoundTimes): void {
  const now = daysFrom(openedAt, 32);
  const { personId } = memberOf(db, now, "coordinator", shownActor);
  for (const [code, changed] of Object.entries(changes)) {
    const sub = findSubCapability(definition, code);
    if (!sub) throw new Error(`The demo has no sub-capability ${code}`);
    const place = { year, actorId: shownActor, code };
    const saved = findAnswer(db, place);
    const ids = indicatorsFor(sub, { designated: false }).map(({ id }) => id);
    const all = (entry: typeof yes | typeof no) => Object.fromEntries(ids.map((id) => [id, entry]));
    const content = { ...(saved?.content ?? emptyAnswer()), ...changed(all) };
    const saveId = `demo-${year}-${shownActor}-${code}-unusual`;
    const input = { ...place, baseRevision: saved?.revision ?? 0, saveId, content };
    done(saveAnswer(db, input, { now, personId, role: "coordinator" }));
  }
}
