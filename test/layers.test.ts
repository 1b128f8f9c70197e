import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const mayImport: Record<string, string[]> = {
  domain: [],
  text: ["domain"],
  db: ["domain"],
  charts: ["domain", "text"],
  exports: ["domain", "text", "charts"],
  auth: ["domain", "db", "text"],
  mail: ["domain", "db", "text"],
  usecases: ["domain", "db", "auth", "mail", "exports"],
  http: ["text"],
  components: ["domain", "text", "charts"],
};
const anything = [
  "domain",
  "text",
  "charts",
  "db",
  "exports",
  "auth",
  "mail",
  "usecases",
  "http",
  "components",
  "cli",
  "server",
];
// The type of what a request is given names the database and the settings; it is no code.
const exceptions = new Set(["app/http/context.ts → db", "app/http/context.ts → server"]);

const root = process.cwd();
const sources = ["app", "db"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file));

/** `app/domain/gap.ts` → domain; files right under app/ are the server's, as is everything else not named. */
function layerOf(path: string): string {
  const [top = "", folder = ""] = path.split("/");
  if (top === "db") return "db";
  return /\.tsx?$/.test(folder) ? "server" : folder;
}

function importsOf(file: string): string[] {
  const specifiers = [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([#.][^"]+\.tsx?)"/g)];
  return specifiers.map(([, specifier = ""]) => {
    if (specifier.startsWith("#db/")) return specifier.slice(1);
    return specifier.startsWith("#")
      ? `app/${specifier.slice(1)}`
      : relative(root, join(root, dirname(file), specifier));
  });
}

test("every layer imports only what it may", () => {
  const broken = sources.flatMap((file) => {
    const layer = layerOf(file);
    const allowed = [layer, ...(mayImport[layer] ?? anything)];
    return importsOf(file)
      .filter((target) => !allowed.includes(layerOf(target)))
      .map((target) => `${file} → ${layerOf(target)}`);
  });
  expect(broken.filter((line) => !exceptions.has(line))).toEqual([]);
});

test("the domain fetches nothing: no clock, no chance, no files", () => {
  const reaching = sources.filter(
    (file) =>
      layerOf(file) === "domain" &&
      /from "node:|Date\.now\(|new Date\(\)|Math\.random\(|process\./.test(readFileSync(file, "utf8")),
  );
  expect(reaching).toEqual([]);
});

test("a chart is numbers and words: no page, no canvas, and of chart.js its types alone", () => {
  const reaching = sources.filter(
    (file) =>
      layerOf(file) === "charts" &&
      /document\.|window\.|from "react|^import \{[^}]*\} from "chart\.js"/m.test(readFileSync(file, "utf8")),
  );
  expect(reaching).toEqual([]);
});

test("no page sets a style of its own, which the security policy would block", () => {
  const styled = sources.filter((file) => file.endsWith(".tsx") && /\sstyle=/.test(readFileSync(file, "utf8")));
  expect(styled).toEqual([]);
});
