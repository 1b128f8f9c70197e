import type { Role } from "#domain/access.ts";
import type { Group } from "#domain/target.ts";
import { dayText, momentText } from "#text/dates.ts";
import { groupHeading } from "#text/levels.ts";
import { heading, paragraph, table, title, wordFile } from "./docx.ts";

export type DecisionDocument = {
  year: number;
  sequence: number;
  decidedOn: string;
  meeting: string | null;
  reference: string;
  registryNumber: string | null;
  recordedAt: string;
  recordedAs: Extract<Role, "chief_group" | "office">;
  levels: readonly {
    code: string;
    name: string;
    group: Group;
    minimum: number | null;
    ambition: number | null;
    motive: string;
  }[];
  scale: readonly { level: number; name: string; anchor: string }[];
};

const widths = [3300, 1450, 1150, 1400, 2800];
/** Where one motive is that of every level, it is said once, over the table. */
const widthsWithoutMotive = [5900, 1600, 1200, 1400];
const scaleWidths = [900, 2200, 7000];

/** One decision as a Word file: what, when, by whom and why. No actor's answers are in it. */
export function decisionDocx(decision: DecisionDocument): Promise<Buffer> {
  const { year, sequence, decidedOn, meeting, reference, registryNumber, recordedAt, recordedAs, levels } = decision;
  const name = `Beslut ${sequence} om lägstanivåer och ambitionsnivåer ${year}`;
  const motives = new Set(levels.map(({ motive }) => motive));
  const [common = ""] = motives.size === 1 ? motives : [];
  const hasColumn = motives.size > 1;
  const by = recordedAs === "office" ? "samordningskansliet för chefsgruppens räkning" : "chefsgruppen";
  return wordFile({ name, footer: `Beslut ${sequence}, ${year}` }, [
    title(name),
    paragraph(`Regionala chefsgruppen beslutade ${dayText(decidedOn)}.`, { bold: true }),
    ...(meeting ? [paragraph(`Möte: ${meeting}`)] : []),
    paragraph(`Hänvisning: ${reference}`),
    ...(registryNumber ? [paragraph(`Diarienummer: ${registryNumber}`)] : []),
    paragraph(`Registrerat ${momentText(recordedAt)} av ${by}.`),
    heading("Det här beslutades"),
    ...(common ? [paragraph(`Motivering: ${common}`)] : []),
    table(
      hasColumn ? widths : widthsWithoutMotive,
      ["Delförmåga", "För", "Lägsta", "Ambition", ...(hasColumn ? ["Motivering"] : [])],
      levels.map(({ code, name: subName, group, minimum, ambition, motive }) => [
        `${code} ${subName}`,
        groupHeading(group),
        { bold: minimum === null ? "ingen" : String(minimum) },
        { bold: ambition === null ? "ingen" : String(ambition) },
        ...(hasColumn ? [motive] : []),
      ]),
    ),
    paragraph("Delförmågor som inte står här behåller de nivåer som gällde före beslutet.", { before: 120 }),
    heading("Vad nivåerna betyder"),
    table(
      scaleWidths,
      ["Nivå", "Namn", "Innebär"],
      decision.scale.map(({ level, name: levelName, anchor }) => [String(level), levelName, anchor]),
    ),
  ]);
}
