import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export type RealServer = {
  url: string;
  /** The printed one-time link for the first office user; empty where the database has people. */
  officeLink: string;
  stop: () => Promise<void>;
};

const linkPattern = /(http:\S+\/engangslank\/\S+)\n/;
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 20_000;
const LOOK_MS = 50;

/** A database file that does not exist yet, in a folder of its own; `remove` takes both away. */
export function temporaryDatabase(): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "formagekollen-"));
  return { path: join(folder, "test.sqlite"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Sends a signal to a group of processes, or asks with 0 whether any of it is left: false where none is. */
function signal(group: number, what: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, what);
  } catch {
    return false;
  }
}

/** Ends the command with all that it started, as Ctrl-C would; by force what does not listen to that. */
async function stop({ pid: group }: ChildProcess): Promise<void> {
  if (group === undefined) return;
  signal(group, "SIGINT");
  const until = Date.now() + STOP_LIMIT_MS;
  while (signal(group, 0) && Date.now() < until) await wait(LOOK_MS);
  signal(group, "SIGKILL");
}

/**
 * Runs `npm start` as its user would, on a free port, until it listens. `database` is the path of the file; on an
 * `empty` one the office link is awaited too; what does not come to listen is ended. `port`: where a server that was
 * stopped shall be found again.
 */
export async function startForReal(
  database: string,
  { empty, port: given }: { empty: boolean; port?: number },
): Promise<RealServer> {
  const port = given ?? (await freePort());
  // Empty counts as not given: what vitest and the reader's shell set does not reach the command.
  const without = { NODE_ENV: "" as "production", VITEST: "", ORIGIN: "", TRUST_PROXY: "", SESSION_HOURS: "" };
  const child = spawn("npm", ["start"], {
    env: { ...process.env, ...without, PORT: String(port), DATABASE: database, HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  const url = `http://localhost:${port}`;
  const listening = new Promise<void>((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(limit);
      reject(new Error(`npm start ${why}:\n${output}`));
    };
    const limit = setTimeout(() => fail("did not say that it listens"), START_LIMIT_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      const isUp = empty ? linkPattern.test(output) : output.includes(`igång: ${url}\n`);
      if (!isUp) return;
      clearTimeout(limit);
      resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => fail(`ended with ${code}`));
  });
  try {
    await listening;
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { url, officeLink: linkPattern.exec(output)?.[1] ?? "", stop: () => stop(child) };
}
