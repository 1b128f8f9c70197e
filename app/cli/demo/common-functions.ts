// What the office answers in the demo for the functions that the actors share.
import type { Db } from "#db/client.server.ts";
import type { CommonAnswer } from "#domain/common-function.ts";
import { answerCommonFunction } from "#usecases/answer-common-function.ts";
import { viewCommonFunctions } from "#usecases/view-common-functions.ts";
import { done } from "./done.ts";
import { memberOf } from "./people.ts";
import { atWork, type RoundTimes } from "./times.ts";

const answerOf: Record<0 | 1 | 2, CommonAnswer> = { 2: "no", 1: "partly", 0: "yes" };

/** Plays the office's own answers of a round that is open. */
export function playCommonFunctions(db: Db, { year, openedAt }: RoundTimes, yearsAgo: 0 | 1 | 2): void {
  const now = atWork(openedAt, 20, 0.5);
  const { personId } = memberOf(db, now, "office");
  for (const { code, indicators } of viewCommonFunctions(db, year, now)?.functions ?? []) {
    const answers = Object.fromEntries(indicators.map(({ id }) => [id, answerOf[yearsAgo]]));
    const content = { answers, comment: "Prövat i höstens övning." };
    done(
      answerCommonFunction(
        db,
        { year, code, baseRevision: 0, saveId: `demo-${year}-${code}`, content },
        { now, personId },
      ),
    );
  }
}
