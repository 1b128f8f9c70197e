// Begins every `npm run …`: installs and builds what is missing, then runs app/cli/<command>.ts.
import { spawn } from "node:child_process";
import { ensureBuilt, ensureInstalled, ensureNode } from "./ensure.mjs";

const withBuild = ["bench", "build", "demo", "look", "start"];

const [command = "", ...args] = process.argv.slice(2);

ensureNode();
ensureInstalled();
if (withBuild.includes(command)) ensureBuilt();
if (command !== "build") {
  const child = spawn(process.execPath, ["--import", "tsx", `app/cli/${command}.ts`, ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}
