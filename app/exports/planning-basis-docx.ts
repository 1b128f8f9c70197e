// The planning basis as a Word file for the chief group's meeting: what one reads first stands first, the rest is to look things up in.
import { aboutBlocks, capabilityBlocks, facts, pressingLines, warnings } from "./basis-docx-front.ts";
import { gapTables } from "./basis-docx-gaps.ts";
import { heatmapBlocks } from "./basis-docx-heatmap.ts";
import { decisionBlocks, measureBlocks, methodBlocks } from "./basis-docx-notes.ts";
import { patternBlocks } from "./basis-docx-patterns.ts";
import { capabilityTables, priorityBlocks } from "./basis-docx-subs.ts";
import { type Block, heading, type Section, title, wordDocument } from "./docx.ts";
import { contents } from "./docx-contents.ts";
import { note, pageBreak, paragraph } from "./docx-text.ts";
import type { PlanningBasis } from "./planning-basis-schema.ts";

type Chapter = { id: string; title: string; isLying?: boolean; blocks: (basis: PlanningBasis) => Block[] };

const chapters: readonly Chapter[] = [
  { id: "angelaget", title: "2 Det mest angelägna", blocks: priorityBlocks },
  { id: "grundformagor", title: "3 Grundförmåga för grundförmåga", blocks: capabilityTables },
  { id: "brister", title: "4 Vilka som brister, varför och vad de gör", blocks: gapTables },
  { id: "monster", title: "5 Vad flera har gemensamt", blocks: patternBlocks },
  { id: "varmekarta", title: "Bilaga A. Värmekarta", isLying: true, blocks: heatmapBlocks },
  { id: "metod", title: "Bilaga B. Så är det räknat", blocks: ({ scale }) => methodBlocks(scale) },
  { id: "beslut", title: "Bilaga C. Besluten", blocks: ({ about }) => decisionBlocks(about) },
  { id: "atgarder", title: "Bilaga D. Aktörernas åtgärder för det mest angelägna", blocks: measureBlocks },
];
const first = { id: "laget", title: "1 Läget på en sida" };

/** The whole basis as a Word file. */
export function planningBasisDocx(basis: PlanningBasis): Promise<Buffer> {
  const { about } = basis;
  const file = {
    name: about.title,
    footer: `${about.title}, ${about.madeAtStockholm}`,
    mark: about.secrecy,
    author: about.madeBy,
  };
  return wordDocument(file, sectionsOf(basis));
}

/** One section per stretch of standing or lying pages. */
function sectionsOf(basis: PlanningBasis): Section[] {
  const sections: Section[] = [{ blocks: frontBlocks(basis) }];
  for (const { id, title: text, isLying = false, blocks } of chapters) {
    const last = sections.at(-1);
    const isNew = (last?.isLying ?? false) !== isLying;
    const isNewPage = !isNew && id === "brister";
    const made = [heading(text, { id, isNewPage }), ...blocks(basis)];
    if (isNew) sections.push({ isLying, blocks: made });
    else last?.blocks.push(...made);
  }
  return sections;
}

function frontBlocks(basis: PlanningBasis): Block[] {
  const { about, since, reach, capabilities } = basis;
  return [
    title("Underlag till verksamhetsplanen"),
    paragraph(`Samverkan Stockholmsregionen. Aktörernas självskattning ${about.year} mot lägstanivåerna.`),
    ...aboutBlocks(about),
    heading(first.title, { id: first.id }),
    ...warnings(about),
    ...facts(about, reach),
    ...capabilityBlocks(about.year, since, capabilities),
    ...pressingLines(mostPressing(basis)),
    pageBreak(),
    ...contents([first, ...chapters]),
    note("För samordningskansliet och regionala chefsgruppen: underlaget visar enskilda aktörers svar."),
  ];
}

/** How many of the most pressing stand on the first page. */
const ON_FIRST_PAGE = 3;

function mostPressing({ priority, subCapabilities }: PlanningBasis) {
  const byCode = new Map(subCapabilities.map((sub) => [sub.code, sub]));
  return priority.slice(0, ON_FIRST_PAGE).flatMap((code) => byCode.get(code) ?? []);
}
