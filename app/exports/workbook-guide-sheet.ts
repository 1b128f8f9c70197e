import type { Workbook } from "exceljs";
import { dayText } from "#text/dates.ts";
import { workbookSteps } from "#text/workbook.ts";
import type { SheetContext } from "./build-workbook.ts";
import { guideSheet, workbookFormat } from "./workbook-layout.ts";
import { finishSheet, styleHead, styleText } from "./workbook-style.ts";

/** The words of the rows by which a workbook is recognised, as they stand in the first column. */
export const guideKeys = { format: "Format", year: "År", actor: "Aktörens kod", version: "Version" } as const;

/** The first sheet: whose workbook it is, how it is filled in, what the levels mean. */
export async function writeGuide(workbook: Workbook, context: SheetContext): Promise<void> {
  const { year, actor, definition, closingDay, footer } = context;
  const sheet = workbook.addWorksheet(guideSheet);
  const head = (text: string, size?: number) => styleHead(sheet.addRow([text]), 2, size, false);
  const line = (key: string | number, text: string | number) => {
    const row = sheet.addRow([key, text]);
    styleText(row.getCell(1), { bold: true });
    styleText(row.getCell(2));
  };
  head(`Självskattning ${year}, ${actor.name}`, 14);
  line("", `${definition.title}. Lämnas in i Förmågekollen senast ${dayText(closingDay)}.`);
  head("Så fyller ni i");
  workbookSteps.forEach((step, index) => {
    line(index + 1, step);
  });
  head("Nivåerna");
  for (const { level, name, anchor } of definition.levels) line(`${level} ${name}`, anchor);
  head("Arbetsboken hör till");
  line(guideKeys.year, year);
  line("Aktör", actor.name);
  line(guideKeys.actor, actor.id);
  line(guideKeys.version, definition.version);
  line(guideKeys.format, workbookFormat);
  await finishSheet(sheet, { widths: [22, 84], headRows: 0, footer });
}
