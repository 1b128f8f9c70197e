// The heatmap at 37, 370 and 3 700 actors: its data against a bare read of the same rows, its table against a bare one of as many
// cells, the whole page beside them, and how the data grows.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Connection } from "#db/client.server.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { loadResults } from "#usecases/load-results.ts";
import { viewHeatmap } from "#usecases/view-heatmap.ts";
import { readSettings, type Settings } from "../../settings.ts";
import { type Figure, ratio, timeInTurns, told } from "./figures.ts";
import { benchYear, fillDatabase } from "./fill.ts";
import { signIn } from "./sign-in.ts";

const sizes = [37, 370, 3700];
/** Beyond this no page is meant to be read as one table. */
const largestPage = 370;
const limits = { data: 2, growth: 12, table: 2 };
const kilobyte = 1000;

/** The same rows with nothing around: what better-sqlite3 needs to hand them over. */
const bareRead = `
  SELECT r.actor_id, r.code, r.kind, r.level, r.confidence, r.causes
  FROM submission_answer a
  JOIN answer_revision r
    ON r.year = a.year AND r.actor_id = a.actor_id AND r.code = a.code AND r.revision = a.revision
  WHERE a.year = ?`;

type Page = { handle: (request: Request) => Promise<Response>; cookie: string; origin: string };

function settingsOf(): Settings {
  const result = readSettings({});
  if (!result.ok) throw new Error(result.sentences.join(" "));
  return result.settings;
}

async function pageOf({ db }: Connection): Promise<Page> {
  const settings = settingsOf();
  const build: ServerBuild = await import(pathToFileURL(join(process.cwd(), "build/server/index.js")).href);
  const handler = createRequestHandler(build, "production");
  const context = { db, now: () => new Date(), settings, nonce: "bench" };
  const cookie = signIn(db, { role: "office", actorId: null }, settings);
  return { handle: (request) => handler(request, context), cookie, origin: settings.origin };
}

async function fetchPage({ handle, cookie, origin }: Page): Promise<string> {
  const response = await handle(new Request(`${origin}/resultat/${benchYear}`, { headers: { cookie } }));
  if (response.status !== 200) throw new Error(`The heatmap answered ${response.status}.`);
  return response.text();
}

/** The page's table and, as bare as can be, one of as many cells with their levels as text, both rendered by the same React. */
async function tablesOf({ db }: Connection): Promise<{ table: () => string; bareTable: () => string }> {
  // Its fast half: NODE_ENV is set before it is first loaded.
  const { createElement } = await import("react");
  const { renderToString } = await import("react-dom/server");
  const { Heatmap } = await import("#components/heatmap/heatmap.tsx");
  const loaded = loadResults(db, benchYear);
  const view = viewHeatmap(db, { year: benchYear, search: new URLSearchParams() }, { now: new Date() });
  if (!loaded || !view) throw new Error("The round is not there.");
  const width = listSubCapabilities(loaded.definition).length;
  const rows = loaded.actors.map(({ id, name }, index) => ({
    ...{ id, name },
    cells: loaded.results.cells.slice(index * width, (index + 1) * width),
  }));
  const rowOf = ({ id, name, cells }: (typeof rows)[number]) =>
    createElement(
      "tr",
      { key: id },
      createElement("th", { scope: "row" }, name),
      cells.map(({ code, level }) => createElement("td", { key: code }, level)),
    );
  const { heatmap, year, search, query } = view;
  const texts = { listed: "Alla", over: "alla", base: `/resultat/${year}`, sorted: null };
  const codeHref = (code: string) => `/resultat/${year}?delformaga=${code}`;
  return {
    table: () => renderToString(createElement(Heatmap, { heatmap, year, search, aim: query.aim, codeHref, ...texts })),
    bareTable: () => renderToString(createElement("table", null, createElement("tbody", null, rows.map(rowOf)))),
  };
}

async function measureSize(connection: Connection, size: number, runs: number) {
  const { db, sqlite } = connection;
  const read = sqlite.prepare(bareRead);
  const search = new URLSearchParams();
  const data = await timeInTurns(
    {
      ours: () => viewHeatmap(db, { year: benchYear, search }, { now: new Date() }),
      bare: () => read.all(benchYear),
    },
    runs,
  );
  const figures: Figure[] = [
    told(`${size} actors: bare read of the rows`, data.bare, "ms"),
    told(`${size} actors: the heatmap's data`, data.ours, "ms"),
    ratio(`${size} actors: data against the bare read`, data.ours, data.bare, limits.data),
  ];
  const page = await pageOf(connection);
  const pages = await timeInTurns({ whole: () => fetchPage(page), ...(await tablesOf(connection)) }, runs);
  const html = await fetchPage(page);
  const against = ratio(`${size} actors: table against the bare one`, pages.table, pages.bareTable, limits.table);
  figures.push(
    told(`${size} actors: bare table`, pages.bareTable, "ms"),
    told(`${size} actors: the page's table, with its links`, pages.table, "ms"),
    size <= largestPage ? against : { ...against, limit: null },
    told(`${size} actors: the whole page, data and all`, pages.whole, "ms"),
    told(`${size} actors: the page's HTML`, Buffer.byteLength(html) / kilobyte, "kB"),
    told(`${size} actors: the same, compressed`, gzipSync(html).byteLength / kilobyte, "kB"),
  );
  return { figures, data: data.ours };
}

/** Fills databases in a folder and measures each. */
export async function benchHeatmap(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  let before: { size: number; data: number } | undefined;
  for (const size of sizes) {
    const connection = fillDatabase(join(folder, `${size}.sqlite`), size);
    const measured = await measureSize(connection, size, size > largestPage ? 5 : 15);
    connection.close();
    figures.push(...measured.figures);
    if (before)
      figures.push(
        ratio(`${before.size} → ${size} actors: the data's time`, measured.data, before.data, limits.growth),
      );
    before = { size, data: measured.data };
  }
  return figures;
}
