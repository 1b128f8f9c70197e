// What several actors have in common: where joint action would reach many at once.
import { causeBars } from "#charts/cause-bars.ts";
import { causes } from "#domain/answer.ts";
import { causeNames } from "#text/answers.ts";
import { chartPng } from "./chart-png.ts";
import { type Block, paragraph, subheading } from "./docx.ts";
import { picture } from "./docx-picture.ts";
import { type CellText, table } from "./docx-table.ts";
import { note } from "./docx-text.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

/** So many of each kind stand in the document; all are on the page of patterns and in the JSON file. */
const shown = 4;
const small = { size: 18, margins: { x: 70, y: 35 } };
const chartSize = { width: 560, height: 190 };

export function patternBlocks(basis: PlanningBasis): Block[] {
  const { patterns, subCapabilities, actors } = basis;
  const subs = new Map(subCapabilities.map(({ code, name }) => [code, `${code} ${name}`]));
  const shortNames = new Map(actors.map(({ id, shortName }) => [id, shortName]));
  const named = (ids: readonly string[]) => ids.map((id) => shortNames.get(id) ?? id).join(", ");
  const sub = (code: string) => subs.get(code) ?? code;
  const blocks = [
    ...listed(
      "Samma orsak hos många",
      [2000, 4200, 4000],
      ["Orsak", "Delförmåga", "Aktörer"],
      patterns.causes,
      (each) => [
        { bold: causeNames[each.cause] },
        sub(each.code),
        `${each.actors.length} av ${each.of} som inte når: ${named(each.actors)}`,
      ],
    ),
    ...listed(
      "Samma aktörer brister i båda",
      [5200, 5000],
      ["Delförmågor", "Aktörer"],
      patterns.gapPairs,
      ({ codes, actors: both }) => [codes.map(sub).join("\noch "), `${both.length}: ${named(both)}`],
    ),
    ...listed(
      "Aktörer som skulle kunna hjälpa andra",
      [4200, 1300, 4700],
      ["Delförmåga", "Behöver", "Kan hjälpa"],
      patterns.help,
      ({ code, needs, couldHelp }) => [sub(code), String(needs.length), named(couldHelp)],
    ),
    ...listed(
      "Höga nivåer som aktören själv är osäker på",
      [5200, 5000],
      ["Delförmåga", "Aktörer"],
      patterns.doubtful,
      ({ code, actors: unsure }) => [sub(code), named(unsure)],
    ),
  ];
  const all = [...causeChart(basis), ...blocks];
  return all.length > 0 ? all : [paragraph("Inget är gemensamt för flera aktörer i de svar som finns.")];
}

function listed<Pattern>(
  title: string,
  widths: number[],
  heads: string[],
  patterns: readonly Pattern[],
  row: (pattern: Pattern) => CellText[],
): Block[] {
  if (patterns.length === 0) return [];
  const more = patterns.length - shown;
  return [
    subheading(title),
    table(widths, heads, patterns.slice(0, shown).map(row), { name: title, ...small }),
    ...(more > 0
      ? [note(`De ${shown} som rör flest. Ytterligare ${more} står på sidan Mönster och i JSON-filen.`)]
      : []),
  ];
}

function causeChart({ subCapabilities, about }: PlanningBasis): Block[] {
  const bars = causes.map((cause) => ({
    label: causeNames[cause],
    count: subCapabilities.reduce((sum, sub) => sum + sub.causes[cause], 0),
  }));
  if (bars.every(({ count }) => count === 0)) return [];
  const said = bars.map(({ label, count }) => `${label.toLowerCase()} ${count}`).join(", ");
  const name = `Orsaker till att lägstanivån inte nås ${about.year}`;
  return [
    paragraph(`Så många gånger anger aktörerna varje orsak: ${said}. En brist kan ha flera.`),
    picture(chartPng(causeBars(bars), chartSize), { ...chartSize, name, says: `${name}: ${said}.` }),
  ];
}
