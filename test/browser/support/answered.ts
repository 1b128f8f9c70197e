// A whole assessment answered without the browser, for the tests of what comes after it.
import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { indicatorsFor, listSubCapabilities } from "#domain/definition.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { must, year } from "./open-round.ts";

type Assessment = { actorId: string; personId: string; except?: string[] };

/** The coordinator answers every sub-capability but the codes in `except`: each indicator met and the level as proposed. */
export function answerAll(db: Db, { actorId, personId, except = [] }: Assessment): void {
  const definition = findDefinition(db, "2019");
  if (!definition) throw new Error("The round needs its definition");
  for (const sub of listSubCapabilities(definition)) {
    const ids = indicatorsFor(sub, { designated: false }).map(({ id }) => id);
    if (ids.length === 0 || except.includes(sub.code)) continue;
    const content = anAnswer({ indicators: indicatorsAnswered(Object.fromEntries(ids.map((id) => [id, "yes"]))) });
    const input = { year, actorId, code: sub.code, baseRevision: 0, saveId: randomUUID(), content };
    must(saveAnswer(db, input, { now: new Date(), personId, role: "coordinator" }));
  }
}
