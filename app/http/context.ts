import "@remix-run/server-runtime";
import type { Db } from "#db/client.server.ts";
import type { Settings } from "../settings.ts";

declare module "@remix-run/server-runtime" {
  /** What every loader and action is given. Nothing in the app reaches for a database or a clock of its own. */
  interface AppLoadContext {
    db: Db;
    now: () => Date;
    settings: Settings;
    nonce: string;
  }

  interface Future {
    v3_singleFetch: true;
  }
}
