import type { Others } from "#domain/disclosure.ts";
import type { CellStatus } from "#domain/gap.ts";
import { dayText, momentText } from "./dates.ts";
import { countsSentence } from "./results.ts";

/** What the comparison shows, and why some of it is withheld. */
export const othersRule =
  "Av de andra aktörerna i regionen: hur många som når sin lägstanivå, av dem som har svarat och har en lägstanivå att nå. För att ingen enskild aktörs svar ska kunna utläsas visas det bara där de är minst fem.";

/** "14 av 22", or that it is withheld. */
export function othersText(others: Others | undefined): string {
  return others?.shown ? `${others.meeting} av ${others.of}` : "visas inte";
}

type Submitted = {
  submittedAt: string | null;
  submission: { number: number; submittedByName: string | null } | null;
  approval: { approvedAt: string; approvedByName: string | null; paperDate: string | null } | null;
};

/** The report in a sentence. Of what is not submitted there is nothing to count: noughts would read as a result. */
export function reportSentence(
  { year, submittedAt }: { year: number; submittedAt: string | null },
  cells: readonly { status: CellStatus }[],
): string {
  return submittedAt === null
    ? `Inget är inlämnat för ${year}, så det finns inget resultat att visa.`
    : countsSentence(cells);
}

/** When and by whom it was submitted, and, after that, approved. */
export function submittedText({ submittedAt, submission, approval }: Submitted): [string] | [string, string] {
  if (submittedAt === null) return ["inte inlämnad: inget svar räknas"];
  const by = (name: string | null) => (name ? ` av ${name}` : "");
  const submitted = `${momentText(submittedAt)}${by(submission?.submittedByName ?? null)}, inlämning ${submission?.number ?? 1}`;
  if (!approval) return [submitted, "inte fastställd"];
  const { paperDate, approvedAt, approvedByName } = approval;
  const approved = paperDate ? `på papper ${dayText(paperDate)}` : `${momentText(approvedAt)}${by(approvedByName)}`;
  return [submitted, approved];
}

/** When the result was submitted and, after that, approved, in a sentence; undefined where nothing is submitted. */
export function standingSentence({ submittedAt, approval }: Pick<Submitted, "submittedAt" | "approval">) {
  if (submittedAt === null) return undefined;
  const submitted = `Inlämnad ${momentText(submittedAt)}`;
  if (!approval) return `${submitted}, inte fastställd.`;
  const { paperDate, approvedAt } = approval;
  const approved = paperDate ? `på papper ${dayText(paperDate)}` : momentText(approvedAt);
  return `${submitted}, fastställd ${approved}.`;
}
