// Stored things for tests over the database: a published definition, actors, rounds in a given state, all through use cases.
import { createHash } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { insertPublication, upsertDefinition } from "#db/queries/definitions.ts";
import type { Definition } from "#domain/definition.ts";
import { closeRound } from "#usecases/close-round.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { aDefinition } from "./builders.ts";
import { testNow } from "./request.ts";

const at = testNow.toISOString();

/** Stores a definition version, published unless `draft` is asked for. */
export function storeDefinition(db: Db, overrides: Partial<Definition> = {}, { draft = false } = {}): Definition {
  const content = aDefinition(overrides);
  const sha256 = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  upsertDefinition(db, { content, sha256, loadedAt: at });
  if (!draft) insertPublication(db, { version: content.version, sha256, publishedAt: at });
  return content;
}

/** Haninge and Solna (kommun), and Attunda (blåljus, designated). */
export function storeActors(db: Db): void {
  const haninge = { id: "haninge", name: "Haninge kommun", shortName: "Haninge", category: "kommun" };
  const solna = { id: "solna", name: "Solna stad", shortName: "Solna", category: "kommun" };
  const attunda = { id: "attunda", name: "Brandkåren Attunda", shortName: "Attunda", category: "blåljus" };
  insertActor(db, { ...haninge, designated: false });
  insertActor(db, { ...solna, designated: false });
  insertActor(db, { ...attunda, designated: true });
}

export const testYear = 2026;
export const testClosingDay = "2026-05-31";

const steps = ["planned", "open", "closed", "released"] as const;

/** A round for 2026 on version "test", closing on 31 May, brought as far as asked; with definition and actors. */
export function storeRound(db: Db, state: (typeof steps)[number], now = testNow): void {
  storeDefinition(db);
  storeActors(db);
  const moves = [
    () => planRound(db, { year: testYear, definitionVersion: "test", closingDay: testClosingDay }, { now }),
    () => openRound(db, { year: testYear }, { now }),
    () => closeRound(db, { year: testYear }, { now }),
    () => releaseRound(db, { year: testYear }, { now }),
  ];
  for (const move of moves.slice(0, steps.indexOf(state) + 1)) {
    const result = move();
    if (!result.ok) throw new Error(result.problem);
  }
}
