// Begins every `npm run …`: installs and builds what is missing, then runs app/cli/<command>.ts.
import { spawn } from "node:child_process";
import { ensureBuilt, ensureInstalled, ensureNode } from "./ensure.mjs";

const withBuild = ["bench", "build", "demo", "look", "start"];

// Megabytes for what is made and thrown away while a page is read: with the usual 16, a large region's answers are copied about
// before they are let go, which costs more than reading them. Node takes it as it needs it.
const youngMemory = 64;

const [command = "", ...args] = process.argv.slice(2);

ensureNode();
ensureInstalled();
if (withBuild.includes(command)) ensureBuilt();
if (command !== "build") {
  const nodeOptions = [`--max-semi-space-size=${youngMemory}`, "--import", "tsx"];
  const child = spawn(process.execPath, [...nodeOptions, `app/cli/${command}.ts`, ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}
