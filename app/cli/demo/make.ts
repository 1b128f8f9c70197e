import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { openAsItIs, openDatabase } from "#db/client.server.ts";
import { isDemo } from "#db/queries/meta.ts";
import { CommandError } from "../fail.ts";
import { playDemo } from "./play.ts";

/** Whether the file is a database marked as demo. What is no demo is left as it is, whatever it is. */
function isDemoFile(path: string): boolean {
  try {
    const { db, close } = openAsItIs(path);
    const answer = isDemo(db);
    close();
    return answer;
  } catch {
    return false;
  }
}

/**
 * Makes the demo's database file anew, as it would stand at `now`. Throws CommandError where the file holds something
 * that is not a demo, which is then untouched.
 */
export function makeDemoFile(path: string, now: Date): void {
  if (existsSync(path) && !isDemoFile(path)) {
    throw new CommandError(
      `${path} finns redan men är ingen exempeldatabas, så den får vara kvar som den är. Flytta filen och försök igen.`,
    );
  }
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  // Thousands of saves, each safe on disk, would take minutes: play in memory, then write once.
  const { db, sqlite, close } = openDatabase(":memory:");
  playDemo(db, now);
  sqlite.prepare("VACUUM INTO ?").run(fresh);
  close();
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
  renameSync(fresh, path);
}
