import { dayOfMoment } from "#domain/day.ts";
import { dayText } from "#text/dates.ts";
import { activityStateNames, costText, overdueTexts, whenText } from "#text/plan.ts";
import { type Block, heading, paragraph, subheading, table, title, wordFile } from "./docx.ts";
import type { PlanFile, PlanFileActivity } from "./plan-schema.ts";
import { checksText, madeText, standingText, subsText, whoText } from "./plan-words.ts";

const factWidths = [2200, 7900];
const noteWidths = [1900, 1600, 6600];

function factsOf(activity: PlanFileActivity, isAdopted: boolean): Block {
  const { holder, when, costFrame, state, overdueChecks, isLate } = activity;
  const late = overdueTexts({ checks: overdueChecks, isLate }).join(" ");
  const rows = [
    ["Håller i", holder || "inte angivet"],
    ["När", whenText(when as Parameters<typeof whenText>[0])],
    ["Kostnadsram", costText(costFrame)],
    ["Aktörer", whoText(activity)],
    ["Delförmågor", subsText(activity) || "inte angivet"],
    ["Uppföljning", checksText(activity) || "inte angivet"],
    ...(isAdopted ? [["Läge", `${activityStateNames[state]}${late ? `. ${late}` : ""}`]] : []),
  ];
  return table(
    factWidths,
    ["Uppgift", "Vad planen säger"],
    rows.map(([what = "", is = ""]) => [{ bold: what }, is]),
  );
}

function notesOf({ notes }: PlanFileActivity): Block[] {
  if (!notes || notes.length === 0) return [];
  const rows = notes.map(({ savedAt, state, checkDay, text }) => [
    dayText(dayOfMoment(savedAt)) + (checkDay ? ` (avstämningen ${dayText(checkDay)})` : ""),
    activityStateNames[state],
    text,
  ]);
  return [
    paragraph("Uppföljning över året", { bold: true, before: 120 }),
    table(noteWidths, ["Noterat", "Läge", ""], rows),
  ];
}

/** The plan for those who never sign in: a chapter per goal area, its activities with their follow-up. */
export function planDocx({ about, goalAreas, activities }: PlanFile): Promise<Buffer> {
  const isAdopted = about.adopted !== null;
  const chapters = goalAreas.flatMap(({ key, name, goal }) => {
    const own = activities.filter(({ goalArea }) => goalArea === key);
    return [
      heading(name),
      paragraph(goal),
      ...(own.length === 0 ? [paragraph("Ingen aktivitet.")] : []),
      ...own.flatMap((activity) => [
        subheading(`${activity.number}. ${activity.what}`),
        factsOf(activity, isAdopted),
        ...notesOf(activity),
      ]),
    ];
  });
  const footer = `${about.title}, version ${about.version}. ${madeText(about)}`;
  return wordFile({ name: about.title, footer, mark: about.secrecy }, [
    title(about.title),
    paragraph(standingText(about)),
    paragraph(`Bygger på resultatet ${about.basisYear} och ${about.goals}. ${madeText(about)}`),
    ...(activities.length === 0 ? [paragraph("Planen har inga aktiviteter.")] : []),
    ...chapters,
  ]);
}
