import { compareCategories } from "#domain/actor-order.ts";
import type { Consequences, GroupConsequence } from "#domain/consequences.ts";
import type { LevelChange } from "#domain/proposal.ts";
import type { Group, Target } from "#domain/target.ts";
import type { LineageStep } from "#domain/version-map.ts";
import { dayText, momentText } from "#text/dates.ts";
import { groupHeading } from "#text/levels.ts";
import {
  brokenCodesText,
  changeNames,
  countedText,
  effectText,
  levelsText,
  motiveText,
  notMeetingParts,
  pairNote,
} from "#text/proposal.ts";
import { categoryName, listText, percentText, withoutStop } from "#text/results.ts";
import { type Block, heading, paragraph, table, title, wordFile } from "./docx.ts";

type Line = Target & {
  code: string;
  group: Group;
  motive: string;
  baseline: Target;
  change: LevelChange;
  tried: GroupConsequence | null;
};
type Actor = { id: string; shortName: string; category: string };
export type ProposalDocument = {
  year: number;
  number: number;
  /** YYYY-MM-DD in Stockholm. */
  today: string;
  baselineYear: number | null;
  lastYear: number | null;
  capabilities: readonly {
    number: number;
    name: string;
    subs: readonly {
      code: string;
      name: string;
      last: { shareMeeting: number | null } | null;
      lines: readonly Line[];
      lastBroken: LineageStep[] | null;
      basisBroken: LineageStep[] | null;
    }[];
  }[];
  basis: { year: number; submitted: number; actors: number; broken: string[] } | null;
  consequences: Consequences | null;
  remarks: readonly { code: string | null; text: string; notedAt: string; notedByName: string | null }[];
  actors: readonly Actor[];
};

const widths = [5400, 1300, 1000, 1900, 1700, 3600];

function lastText({ group }: Line, { last, lastBroken }: ProposalDocument["capabilities"][number]["subs"][number]) {
  if (group !== "all") return "";
  return lastBroken ? "ej jämförbart" : percentText(last?.shareMeeting ?? null);
}

function namesBelow(line: Line, actors: readonly Actor[]): string {
  const chosen = line.tried?.candidates.find(({ minimum }) => minimum === line.minimum);
  const below = actors.filter(({ id }) => chosen?.below.includes(id));
  const categories = [...new Set(below.map(({ category }) => category))].sort(compareCategories);
  return categories
    .map((category) => {
      const names = below.filter((actor) => actor.category === category).map(({ shortName }) => shortName);
      return `${categoryName(category)} (${names.length}): ${names.join(", ")}`;
    })
    .join("\n");
}

function summary({ consequences, basis, capabilities }: ProposalDocument): Block[] {
  if (!consequences || !basis)
    return [paragraph("Ingen aktör har svarat än, så det går inte att säga vad nivåerna betyder.")];
  const { before, after, tooFew } = consequences;
  const counted = countedText(capabilities);
  return [
    paragraph(
      `Räknat på svaren i omgången ${basis.year}, där ${basis.submitted} av årets ${basis.actors} aktörer har lämnat in: ${after.meetsMinimum} svar når lägstanivån (nu ${before.meetsMinimum}) och ${after.notMeeting} når den inte (nu ${before.notMeeting})${notMeetingParts(consequences)}.`,
    ),
    ...(counted ? [paragraph(counted)] : []),
    ...(tooFew.length > 0 ? [paragraph(`För få har svarat på ${listText(tooFew)}. De räknas inte med.`)] : []),
    ...(basis.broken.length > 0 ? [paragraph(brokenCodesText(basis))] : []),
  ];
}

/** The proposal as the document for the meeting, for those who never sign in. It names actors: it is for the chief group. */
export function proposalDocx(proposal: ProposalDocument): Promise<Buffer> {
  const { year, number, today, baselineYear, lastYear, capabilities, remarks, actors } = proposal;
  const name = `Förslag till lägstanivåer och ambitionsnivåer ${year}`;
  const heads = [
    "Delförmåga",
    baselineYear === null ? "Tidigare" : `Gäller ${baselineYear}`,
    lastYear === null ? "Når" : `Når ${lastYear}`,
    "Förslag",
    "Med svaren",
    "Motivering",
  ];
  const lines = capabilities.flatMap(({ subs }) => subs.flatMap((sub) => sub.lines.map((line) => ({ sub, line }))));
  const changed = lines.filter(({ line }) => line.change !== "same");
  return wordFile({ name, footer: `Förslag ${number}, ${dayText(today)}`, isLying: true }, [
    title(name),
    paragraph(`Underlag till Regionala chefsgruppen, ${dayText(today)}. Förslag ${number}. ${pairNote}`),
    paragraph("Underlaget visar var enskilda aktörer brister. Dela det bara med dem som behöver det."),
    heading("Vad förslaget betyder"),
    ...summary(proposal),
    ...capabilities.flatMap((capability) => [
      heading(`${capability.number} ${capability.name}`),
      table(
        widths,
        heads,
        capability.subs.flatMap((sub) =>
          sub.lines.map((line) => [
            line.group === "all" ? `${line.code} ${sub.name}` : `${line.code} ${groupHeading(line.group)}`,
            levelsText(line.baseline),
            lastText(line, sub),
            { bold: `${levelsText(line)}${line.change === "same" ? "" : ` (${changeNames[line.change]})`}` },
            effectText(line, sub.basisBroken !== null),
            motiveText(line),
          ]),
        ),
      ),
    ]),
    heading("Vilka som skulle vara under, där nivåer ändras"),
    ...(changed.length === 0 ? [paragraph("Inga nivåer ändras.")] : []),
    ...changed.flatMap(({ sub, line }) => [
      paragraph(
        `${line.code} ${withoutStop(sub.name)}, ${groupHeading(line.group).toLowerCase()}: ${effectText(line, sub.basisBroken !== null)}`,
        { bold: true },
      ),
      ...(namesBelow(line, actors) ? [paragraph(namesBelow(line, actors))] : []),
    ]),
    ...(remarks.length > 0 ? [heading("Anteckningar")] : []),
    ...remarks.map(({ code, text, notedAt, notedByName }) =>
      paragraph(`${momentText(notedAt)}${notedByName ? `, ${notedByName}` : ""}${code ? ` om ${code}` : ""}: ${text}`),
    ),
  ]);
}
