// Plain JavaScript without dependencies: this runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const oldestNode = [20, 19];
const buildInputs = ["app", "db", "public", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"];
const buildStamp = "build/inputs.sha256";

/** Ends the process with a sentence where Node is too old. */
export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(`Node ${process.versions.node} is too old: install Node ${oldestNode.join(".")} or newer.`);
  process.exit(1);
}

function runOrExit(command, args, failure) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (status === 0) return;
  console.error(error ? `${failure} (${error.message})` : failure);
  process.exit(1);
}

/** Whether every package of the lock file, but optional ones, stands in node_modules in its version. */
function isInstalled() {
  const installedList = "node_modules/.package-lock.json";
  if (!existsSync(installedList)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedList, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || installed[path]?.version === entry.version,
  );
}

/** Installs the packages of the lock file where any is missing. Building needs the development ones too. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log(
    "Installing packages: node_modules is missing or older than package-lock.json. This can take some minutes.",
  );
  runOrExit(
    "npm",
    ["ci", "--include=dev", "--no-audit", "--no-fund"],
    "The packages could not be installed: see npm's words above. Compiling better-sqlite3 takes python3, make and g++.",
  );
}

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path).sort();
  return entries.flatMap((entry) => filesUnder(join(path, entry)));
}

function hashOfInputs() {
  const hash = createHash("sha256");
  for (const file of buildInputs.flatMap(filesUnder)) hash.update(file).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

/** Compresses scripts and styles once, as well as brotli can, instead of at each request. */
function compressAssets() {
  for (const file of filesUnder("build/client/assets").filter((name) => /\.(js|css)$/.test(name))) {
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
  }
}

/** Builds pages, scripts and styles where the last build was of other sources. */
export function ensureBuilt() {
  const hash = hashOfInputs();
  if (existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === hash) return;
  console.log("Building: the sources have changed since the last build.");
  const remix = "node_modules/@remix-run/dev/dist/cli.js";
  runOrExit(process.execPath, [remix, "vite:build", "--logLevel", "error"], "The build failed: see above.");
  compressAssets();
  writeFileSync(buildStamp, hash);
}
