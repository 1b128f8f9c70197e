// An open round in which all 37 actors have submitted three sub-capabilities, so many of them below the minimum.
import type { Db } from "#db/client.server.ts";
import { insertAnswerRevision } from "#db/queries/answers.ts";
import { insertDecision } from "#db/queries/decisions.ts";
import { listRoundActors } from "#db/queries/rounds.ts";
import { insertSubmission } from "#db/queries/submissions.ts";
import { anAnswer } from "#test/support/builders.ts";
import { year } from "./open-round.ts";

/** Code → how many of the 37 actors are below the minimum of 3. */
const below = { "1:1": 2, "2:1": 12, "3:1": 37 };
const codes = Object.keys(below) as (keyof typeof below)[];

/** To be staged with: `stageOpenRound(storeShortcomings)`. */
export function storeShortcomings(db: Db): void {
  const at = new Date().toISOString();
  const decision = { year, sequence: 2, decidedOn: at.slice(0, 10), reference: "§ 2", recordedAt: at };
  const levels = codes.map((code) => ({ code, group: "all" as const, minimum: 3, ambition: null }));
  insertDecision(db, { ...decision, recordedBy: null, recordedAs: "chief_group" }, levels);
  for (const [index, { actorId }] of listRoundActors(db, year).entries()) {
    for (const code of codes) {
      const key = { year, actorId, code, revision: 1, saveId: `${code} ${actorId}` };
      const content = anAnswer({ level: index < below[code] ? 2 : 3, causes: ["training"] });
      insertAnswerRevision(db, { ...key, content, savedAt: at, savedBy: null });
    }
    const row = { year, actorId, number: 1, submittedAt: at, submittedBy: null };
    const answers = codes.map((code) => ({ code, revision: 1 }));
    insertSubmission(db, row, answers);
  }
}
