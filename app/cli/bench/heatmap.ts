// The heatmap at 37, 370 and 3 700 actors: its data against a bare read of the same rows, its table beside a bare one of as many
// cells, the whole page against the same app with that read and that table alone on it, and how the data grows.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import type { Connection } from "#db/client.server.ts";
import { viewHeatmap } from "#usecases/view-heatmap.ts";
import { readSettings, type Settings } from "../../settings.ts";
import { type Figure, ratio, timeInTurns, told } from "./figures.ts";
import { benchYear, fillDatabase } from "./fill.ts";
import { signIn } from "./sign-in.ts";

const sizes = [37, 370, 3700];
/** Beyond this no page is meant to be read as one table. */
const largestPage = 370;
/** Small sizes are measured more often: their code is compiled as it proves to be used, and a round of them takes milliseconds. */
const runsFor = (size: number) => Math.max(fewestRuns, Math.ceil(actorsInAll / size));
const fewestRuns = 7;
const actorsInAll = 6000;
const limits = { data: 2, growth: 12, page: 2 };
const pageRoute = "routes/results/heatmap";
const kilobyte = 1000;

/** The same rows with nothing around: what better-sqlite3 needs to hand them over. */
const bareRead = `
  SELECT r.actor_id, r.code, r.kind, r.level, r.confidence, r.causes
  FROM submission_answer a
  JOIN answer_revision r
    ON r.year = a.year AND r.actor_id = a.actor_id AND r.code = a.code AND r.revision = a.revision
  WHERE a.year = ?`;

function settingsOf(): Settings {
  const result = readSettings({});
  if (!result.ok) throw new Error(result.sentences.join(" "));
  return result.settings;
}

type Page = () => Promise<Response>;

async function readBuild(): Promise<ServerBuild> {
  return await import(pathToFileURL(join(process.cwd(), "build/server/index.js")).href);
}

/** Asks an app for the heatmap, signed in as the office. */
function asOffice({ db }: Connection): (build: ServerBuild) => Page {
  const settings = settingsOf();
  const context = { db, now: () => new Date(), settings, nonce: "bench" };
  const cookie = signIn(db, { role: "office", actorId: null }, settings);
  return (build) => {
    const handle = createRequestHandler(build, "production");
    return () => handle(new Request(`${settings.origin}/resultat/${benchYear}`, { headers: { cookie } }), context);
  };
}

/** The page's bytes, as they would be sent. */
async function fetchPage(page: Page): Promise<ArrayBuffer> {
  const response = await page();
  if (response.status !== 200) throw new Error(`The heatmap answered ${response.status}.`);
  return response.arrayBuffer();
}

type BareRow = { id: string; name: string; levels: (number | null)[] };

/** What the read gives, a row per actor. */
function bareRows(answers: unknown[]): BareRow[] {
  const rows = new Map<string, BareRow>();
  for (const { actor_id: id, level } of answers as { actor_id: string; level: number | null }[]) {
    const row = rows.get(id);
    if (row) row.levels.push(level);
    else rows.set(id, { id, name: id, levels: [level] });
  }
  return [...rows.values()];
}

const bareCell = (level: number | null, column: number) => createElement("td", { key: column }, level);
const bareRow = ({ id, name, levels }: BareRow) =>
  createElement("tr", { key: id }, createElement("th", { scope: "row" }, name), levels.map(bareCell));
const bareTable = (rows: BareRow[]) => createElement("table", null, createElement("tbody", null, rows.map(bareRow)));

/** The app as it is, but on the heatmap's address a page with nothing but the bare read as a bare table. */
function withBarePage(build: ServerBuild, read: () => unknown[]): ServerBuild {
  const route = build.routes[pageRoute];
  if (!route) throw new Error(`The app has no ${pageRoute}.`);
  const module = {
    loader: () => ({ rows: bareRows(read()) }),
    default: () => bareTable(useLoaderData<{ rows: BareRow[] }>().rows),
  };
  return { ...build, routes: { ...build.routes, [pageRoute]: { ...route, module } } };
}

/** The page's own table, and a bare one of the same levels, both rendered by the same React. */
async function tablesOf({ db }: Connection, answers: unknown[]): Promise<{ table: () => string; bare: () => string }> {
  const { Heatmap } = await import("#components/heatmap/heatmap.tsx");
  const view = viewHeatmap(db, { year: benchYear, search: new URLSearchParams() }, { now: new Date() });
  if (!view) throw new Error("The round is not there.");
  const rows = bareRows(answers);
  const { heatmap, year, search, query } = view;
  const texts = { listed: "Alla", over: "alla", base: `/resultat/${year}`, sorted: null };
  const codeHref = (code: string) => `/resultat/${year}?delformaga=${code}`;
  return {
    table: () => renderToString(createElement(Heatmap, { heatmap, year, search, aim: query.aim, codeHref, ...texts })),
    bare: () => renderToString(bareTable(rows)),
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
  const build = await readBuild();
  const pageOf = asOffice(connection);
  const page = pageOf(build);
  const barePage = pageOf(withBarePage(build, () => read.all(benchYear)));
  const tables = await tablesOf(connection, read.all(benchYear));
  const pages = await timeInTurns(
    { whole: () => fetchPage(page), bareWhole: () => fetchPage(barePage), ...tables },
    runs,
  );
  const html = await fetchPage(page);
  const against = ratio(`${size} actors: page against the bare one`, pages.whole, pages.bareWhole, limits.page);
  figures.push(
    told(`${size} actors: bare table`, pages.bare, "ms"),
    told(`${size} actors: the page's table, with its links`, pages.table, "ms"),
    told(`${size} actors: page with the bare read and the bare table`, pages.bareWhole, "ms"),
    told(`${size} actors: the whole page`, pages.whole, "ms"),
    size <= largestPage ? against : { ...against, limit: null },
    told(`${size} actors: the page's HTML`, html.byteLength / kilobyte, "kB"),
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
    const measured = await measureSize(connection, size, runsFor(size));
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
