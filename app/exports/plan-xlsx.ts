import { dayOfMoment } from "#domain/day.ts";
import { dayText } from "#text/dates.ts";
import { activityStateNames, overdueTexts } from "#text/plan.ts";
import { addTable, newWorkbook, printOn, type SheetColumn, writable } from "./basis-sheet.ts";
import type { PlanFile, PlanFileActivity } from "./plan-schema.ts";
import { checksText, madeText, standingText, whoText } from "./plan-words.ts";
import { valueOfText } from "./workbook-cell.ts";

type Note = NonNullable<PlanFileActivity["notes"]>[number] & { number: number };
type SubRow = PlanFileActivity["subCapabilities"][number] & { number: number };

function activityColumns({ goalAreas }: PlanFile): SheetColumn<PlanFileActivity>[] {
  const names = new Map(goalAreas.map(({ key, name }) => [key, name]));
  return [
    { head: "Nr", kind: "number", width: 6, value: ({ number }) => number },
    { head: "Målområde", kind: "text", width: 24, value: ({ goalArea }) => names.get(goalArea) ?? goalArea },
    { head: "Aktivitet", kind: "text", width: 50, value: ({ what }) => what },
    { head: "Håller i", kind: "text", width: 24, value: ({ holder }) => holder },
    { head: "Från tertial", kind: "number", width: 9, value: ({ when }) => when?.from ?? null },
    { head: "Till tertial", kind: "number", width: 9, value: ({ when }) => when?.to ?? null },
    { head: "Kostnadsram, kr", kind: "number", width: 12, value: ({ costFrame }) => costFrame },
    {
      head: "Delförmågor",
      kind: "text",
      width: 16,
      value: ({ subCapabilities }) => subCapabilities.map(({ code }) => code).join(", "),
    },
    { head: "Antal aktörer", kind: "number", width: 9, value: ({ actorCount }) => actorCount },
    { head: "Aktörer", kind: "text", width: 40, value: whoText },
    { head: "Uppföljning", kind: "text", width: 36, value: checksText },
    { head: "Läge", kind: "text", width: 14, value: ({ state }) => activityStateNames[state] },
    {
      head: "Försenat",
      kind: "text",
      width: 30,
      value: ({ overdueChecks, isLate }) => overdueTexts({ checks: overdueChecks, isLate }).join(" "),
    },
  ];
}

const subColumns: SheetColumn<SubRow>[] = [
  { head: "Aktivitet nr", kind: "number", width: 10, value: ({ number }) => number },
  { head: "Kod", kind: "text", width: 7, value: ({ code }) => code },
  { head: "Delförmåga", kind: "text", width: 60, value: ({ name }) => name },
  {
    head: "Väntad nivå",
    kind: "text",
    width: 16,
    value: ({ effect, isEffectWithheld }) => {
      if (effect === null) return isEffectWithheld ? "visas inte" : null;
      return effect.level === null ? "egen lägstanivå" : String(effect.level);
    },
  },
  { head: "Hos antal aktörer", kind: "number", width: 10, value: ({ effect }) => effect?.actors ?? null },
];

const noteColumns: SheetColumn<Note>[] = [
  { head: "Aktivitet nr", kind: "number", width: 10, value: ({ number }) => number },
  { head: "Noterat", kind: "day", width: 12, value: ({ savedAt }) => dayOfMoment(savedAt) },
  { head: "Läge", kind: "text", width: 14, value: ({ state }) => activityStateNames[state] },
  { head: "Avstämning", kind: "text", width: 20, value: ({ checkDay }) => (checkDay ? dayText(checkDay) : null) },
  { head: "Anteckning", kind: "text", width: 80, value: ({ text }) => text },
];

/** The plan as a workbook: what it is, its activities, their sub-capabilities, and, for those who plan, the notes. */
export async function planXlsx(file: PlanFile): Promise<Buffer> {
  const { about, activities } = file;
  const workbook = newWorkbook({ title: about.title, author: about.madeBy });
  const sheet = workbook.addWorksheet("Om filen", { views: [{ showGridLines: false }] });
  sheet.columns = [{ width: 110 }];
  for (const text of [
    about.title,
    about.secrecy,
    standingText(about),
    `Bygger på resultatet ${about.basisYear} och ${about.goals}.`,
    madeText(about),
  ])
    sheet.addRow([valueOfText(writable(text))]).alignment = { wrapText: true };
  printOn(sheet, about.title);
  const footer = `${about.title}. ${about.secrecy}`;
  const empty = "Planen har inga aktiviteter.";
  addTable(workbook, { name: "Aktiviteter", columns: activityColumns(file), rows: activities, empty }, footer);
  const subs = activities.flatMap(({ number, subCapabilities }) => subCapabilities.map((sub) => ({ ...sub, number })));
  addTable(workbook, { name: "Delförmågor", columns: subColumns, rows: subs, empty: "Inga delförmågor." }, footer);
  if (about.audience === "planners") {
    const notes = activities.flatMap(({ number, notes: own }) => (own ?? []).map((note) => ({ ...note, number })));
    addTable(
      workbook,
      { name: "Anteckningar", columns: noteColumns, rows: notes, empty: "Ingenting är noterat." },
      footer,
    );
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
