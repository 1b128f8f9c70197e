import { isDay } from "#domain/day.ts";
import type { LevelAnchor, SubCapability } from "#domain/definition.ts";
import {
  answerKindNames,
  causeNames,
  confidenceNames,
  evidenceKindNames,
  evidenceOutcomeNames,
  indicatorAnswerNames,
} from "#text/answers.ts";
import { dayText } from "#text/dates.ts";
import type { AnswerValues, EvidenceValues } from "./answer-values.ts";

/** One field in which two versions of an answer differ, in words; "" where nothing stands. */
export type Difference = { label: string; mine: string; theirs: string };
type Scale = { sub: SubCapability; levels: LevelAnchor[] };

function nameIn(names: Record<string, string>, value: string): string {
  return names[value] ?? value;
}

function evidenceText({ kind, what, date, outcome }: EvidenceValues): string {
  const day = isDay(date) ? dayText(date) : date;
  const parts = [nameIn(evidenceKindNames, kind), what, day, nameIn(evidenceOutcomeNames, outcome)];
  return parts.filter((part) => part !== "").join(", ");
}

/** An answer as lines of label and text, in the order of the page. */
function linesOf(values: AnswerValues, { sub, levels }: Scale): Map<string, string> {
  const levelNames = Object.fromEntries(levels.map(({ level, name }) => [String(level), `${level} ${name}`]));
  const lines = new Map<string, string>();
  for (const { id, text } of sub.groups.flatMap((group) => group.indicators)) {
    const { answer = "", reason = "" } = values.indicators[id] ?? {};
    lines.set(text, [nameIn(indicatorAnswerNames, answer), reason].filter(Boolean).join(": "));
  }
  lines.set("Underlag", values.evidence.map(evidenceText).join("\n"));
  lines.set("Er nivå", nameIn({ ...levelNames, ...answerKindNames }, values.answer));
  lines.set("Vad som fattas", values.causes.map((cause) => nameIn(causeNames, cause)).join(", "));
  lines.set("Motivering", values.reason);
  lines.set("Varför nivån har ändrats", values.changeReason);
  lines.set("Kommentar", values.comment);
  lines.set("Hur säkra ni är", nameIn(confidenceNames, values.confidence));
  return lines;
}

/** The fields in which two versions differ, in the order of the page. */
export function differencesBetween(mine: AnswerValues, theirs: AnswerValues, scale: Scale): Difference[] {
  const theirLines = linesOf(theirs, scale);
  return [...linesOf(mine, scale)]
    .map(([label, text]) => ({ label, mine: text, theirs: theirLines.get(label) ?? "" }))
    .filter((line) => line.mine !== line.theirs);
}
