// The workbook (arbetsbok) of one actor's whole assessment, to fill in together away from the tool. What stands where: workbook-layout.ts.
import ExcelJS, { type Worksheet } from "exceljs";
import type { AnswerContent } from "#domain/answer.ts";
import type { Definition } from "#domain/definition.ts";
import type { Target } from "#domain/target.ts";
import { writeCapability } from "./workbook-capability-sheet.ts";
import { writeEvidence } from "./workbook-evidence-sheet.ts";
import { writeGuide } from "./workbook-guide-sheet.ts";
import { type ChoiceName, choiceSheet, choicesOf, type WorkbookActor } from "./workbook-layout.ts";

/** `answers`: the saved ones by code. `closingDay`: YYYY-MM-DD. */
export type WorkbookInput = {
  year: number;
  actor: WorkbookActor;
  definition: Definition;
  closingDay: string;
  answers: ReadonlyMap<string, { revision: number; content: AnswerContent }>;
  targetOf: (code: string) => Target;
};

/** What a sheet needs beside itself: the input, its footer and where the lists of choices stand. */
export type SheetContext = WorkbookInput & { footer: string; listOf: (name: ChoiceName) => string };

/** The workbook as the bytes of an .xlsx file. What is saved is filled in; each text stands as text, whatever it begins with. */
export async function buildWorkbook(input: WorkbookInput): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const context = {
    ...input,
    footer: `${input.actor.name}, självskattning ${input.year}`,
    listOf: choiceLists(input.definition),
  };
  await writeGuide(workbook, context);
  for (const capability of input.definition.capabilities) await writeCapability(workbook, capability, context);
  await writeEvidence(workbook, context);
  writeChoices(workbook.addWorksheet(choiceSheet, { state: "hidden" }), input.definition);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The ranges of the hidden sheet of choices, a column per list: `Val!$A$1:$A$5`. */
function choiceLists(definition: Definition): (name: ChoiceName) => string {
  const lists = Object.entries(choicesOf(definition));
  return (name) => {
    const position = lists.findIndex(([each]) => each === name);
    const column = String.fromCharCode("A".charCodeAt(0) + position);
    return `${choiceSheet}!$${column}$1:$${column}$${lists[position]?.[1].length}`;
  };
}

function writeChoices(sheet: Worksheet, definition: Definition): void {
  Object.values(choicesOf(definition)).forEach((choices, column) => {
    choices.forEach(({ label }, row) => {
      sheet.getCell(row + 1, column + 1).value = label;
    });
  });
}
