import { readFileSync } from "node:fs";
import { type Db, openDatabase } from "#db/client.server.ts";
import { signedIn } from "#test/support/request.ts";
import { decideLevels } from "#usecases/decide-levels.ts";
import { loadActors } from "#usecases/load-actors.ts";
import { loadDefinitions, readDefinitionFiles } from "#usecases/load-definitions.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { dayFromNow } from "./days.ts";
import { type RealServer, startForReal, temporaryDatabase } from "./real-server.ts";

export const year = 2026;

type OpenRound = {
  server: RealServer;
  db: Db;
  /** Signs a new coordinator of the actor in: the session's cookie. */
  coordinatorOf: (actorId: string) => string;
  /** The session of a new office user. */
  office: () => string;
  /** Starts the server again at its address, after it was stopped. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Throws where a use case refused what the set-up needs. */
export function must(result: { ok: boolean }): void {
  if (!result.ok) throw new Error(JSON.stringify(result));
}

/** The round 2026, opened, on the 2019 definition with the 37 actors, and a minimum of 3 on 1:1 and 1:2 for all. */
function prepare(db: Db): void {
  const now = new Date();
  loadDefinitions(db, readDefinitionFiles("capabilities"), now);
  loadActors(db, { name: "db/actors.yaml", text: readFileSync("db/actors.yaml", "utf8") });
  must(planRound(db, { year, definitionVersion: "2019", closingDay: dayFromNow(30) }, { now }));
  must(openRound(db, { year }, { now }));
  const levels = ["1:1", "1:2"].map((code) => ({ code, group: "all" as const, minimum: 3, ambition: null }));
  const decision = { year, expectedSequence: 0, decidedOn: dayFromNow(0), reference: "Protokoll 1", levels };
  must(decideLevels(db, decision, { now, personId: null, role: "office" }));
}

/** A running server over an open round; nothing is left where it fails. The test may act on the same database beside it. */
export async function startWithOpenRound(): Promise<OpenRound> {
  const database = temporaryDatabase();
  const connection = openDatabase(database.path);
  let server: RealServer | undefined;
  const stop = async () => {
    try {
      await server?.stop();
    } finally {
      connection.close();
      database.remove();
    }
  };
  try {
    prepare(connection.db);
    server = await startForReal(database.path, { empty: false });
  } catch (error) {
    await stop();
    throw error;
  }
  const first = server;
  const restart = async () => {
    server = await startForReal(database.path, { empty: false, port: Number(new URL(first.url).port) });
  };
  return {
    server: { ...first, stop: async () => server?.stop() },
    restart,
    db: connection.db,
    coordinatorOf: (actorId) => signedIn(connection.db, { role: "coordinator", actorId, now: new Date() }).cookie,
    office: () => signedIn(connection.db, { role: "office", now: new Date() }).cookie,
    stop,
  };
}
