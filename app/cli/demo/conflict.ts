// Two colleagues on one answer at once: the second save was from an old revision, changed nothing, and was then chosen over
// the first. The answer's history shows both.
import type { Db } from "#db/client.server.ts";
import { findAnswer } from "#db/queries/answers.ts";
import { addPerson } from "#usecases/add-person.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { done } from "./done.ts";
import { shownActor } from "./people.ts";
import type { RoundTimes } from "./times.ts";

const code = "1:1";

/** Plays the conflict at the shown actor in a round where it has answered. */
export function playConflict(db: Db, { year, openedAt }: RoundTimes): void {
  const place = { year, actorId: shownActor, code };
  const first = findAnswer(db, place);
  if (!first) throw new Error(`The demo has no answer to ${code}`);
  const name = "Ställföreträdande samordnare, Haninge kommun";
  const person = { name, email: `stallforetradare.${shownActor}@example.se` };
  const { personId } = done(addPerson(db, { ...person, role: "coordinator", actorId: shownActor }, { now: openedAt }));
  const now = new Date(Date.parse(first.savedAt) + 240_000);
  const comment = "Stämt av med räddningstjänsten: vi larmas alltid via dem.";
  const save = { ...place, content: { ...first.content, comment }, saveId: `demo-${year}-${shownActor}-${code}-stale` };
  const stale = saveAnswer(db, { ...save, baseRevision: first.revision - 1 }, { now, personId, role: "coordinator" });
  if (stale.ok || stale.problem !== "stale") throw new Error("The demo's stale save was taken");
  const chosenAt = new Date(now.getTime() + 90_000);
  done(saveAnswer(db, { ...save, baseRevision: first.revision }, { now: chosenAt, personId, role: "coordinator" }));
}
