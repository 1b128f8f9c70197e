import type { Workbook } from "exceljs";
import { coverageText, decisionText, stateText } from "#text/planning-basis.ts";
import type { About } from "./basis-parts-schema.ts";
import { newWorkbook, printOn, writable } from "./basis-sheet.ts";
import { valueOfText } from "./workbook-cell.ts";
import { fitRows } from "./workbook-style.ts";

/** A workbook that begins with a sheet on what it is; `sheets`: what the others hold. */
export function workbookAbout(
  about: About,
  sheets: readonly (readonly [string, string])[],
  audience: string,
): Workbook {
  const workbook = newWorkbook({ title: about.title, author: about.madeBy });
  const sheet = workbook.addWorksheet("Om filen", { views: [{ showGridLines: false }] });
  sheet.columns = [{ width: 26 }, { width: 90 }];
  const line = (what: string, is: string, font: { bold?: boolean; size?: number } = {}) => {
    const row = sheet.addRow([valueOfText(writable(what)), valueOfText(writable(is))]);
    row.eachCell((cell, column) => {
      cell.font = { name: "Calibri", size: 11, bold: column === 1, ...font };
      cell.alignment = { wrapText: column === 2, vertical: "top" };
    });
  };
  line(about.title, "", { bold: true, size: 16 });
  line(about.secrecy, "", { bold: true });
  line("", "");
  line("År", String(about.year));
  line("Omgång", stateText(about.round));
  line("Version av förmågorna", `${about.definition.version}, ${about.definition.title}`);
  line("Lägstanivåer enligt", decisionsText(about));
  line("Täckning", coverageText(about.coverage));
  line("Framtaget", `${about.madeAtStockholm} av ${about.madeBy}`);
  line("För", audience);
  line("", "");
  for (const [name, holds] of [["Blad", "Innehåll"], ...sheets] as const) line(name, holds);
  line("", "");
  line("Så ska talen läsas", readingText);
  // The title and the mark run over their neighbour; only what wraps needs room.
  fitRows(sheet, [26, 90]);
  printOn(sheet, about.title);
  return workbook;
}

function decisionsText({ decisions }: About): string {
  const inForce = decisions.filter((decision) => decision.inForce);
  return inForce.map(decisionText).join("\n") || "inget beslut: inga brister kan visas";
}

const readingText =
  "Andelar räknas på dem som svarat och har en lägstanivå. Att inte kunna bedöma räknas som att inte nå den. Spannet visar andelen om allt okänt inte når, respektive når. En tom cell betyder att värdet inte finns, aldrig noll.";
