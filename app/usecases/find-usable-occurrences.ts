import type { Db } from "#db/client.server.ts";
import { listOccurrences } from "#db/queries/occurrences.ts";
import type { AnswerContent, Evidence } from "#domain/answer.ts";
import { monthsBefore } from "#domain/day.ts";
import type { Definition } from "#domain/definition.ts";
import { maySeeOccurrence, outcomeOf } from "#domain/occurrence.ts";
import { provenWithinMonths } from "#domain/scale.ts";
import { codesIn, type OccurrenceFacts, readOccurrences } from "./read-occurrences.ts";
import { idsOf } from "./save-occurrence.ts";

/** An event or exercise as evidence for one sub-capability of an actor. `isTaken`: the answer points to it already. */
export type UsableOccurrence = { evidence: Evidence & { occurrence: number }; isTaken: boolean };
type Place = { actorId: string; code: string; definition: Definition; closingDay: string };

const mostOffered = 20;

/**
 * The actor's events and exercises of the 24 months up to the closing day: first those in which it noted something of the
 * sub-capability, then the others, the newest first. One query where there are none, else five to six.
 */
export function findUsableOccurrences(db: Db, place: Place, content: AnswerContent): UsableOccurrence[] {
  const { actorId, code, definition, closingDay } = place;
  const earliest = monthsBefore(closingDay, provenWithinMonths);
  const recent = readOccurrences(db, { role: "coordinator", actorId }).filter(
    ({ isRemoved, day }) => !isRemoved && earliest <= day && day <= closingDay,
  );
  if (recent.length === 0) return [];
  const codeOf = codesIn(db, definition);
  const rows = recent.map((occurrence) => {
    const own = occurrence.observations.filter((each) => each.actorId === actorId && codeOf(each) === code);
    return { occurrence, own };
  });
  return rows
    .sort((a, b) => Math.sign(b.own.length) - Math.sign(a.own.length))
    .slice(0, mostOffered)
    .map(({ occurrence, own }) => ({
      evidence: evidenceOf(occurrence, own),
      isTaken: content.evidence.some((piece) => piece.occurrence === occurrence.id),
    }));
}

function evidenceOf({ id, kind, name, day }: OccurrenceFacts, own: OccurrenceFacts["observations"]) {
  return { kind, what: name, date: day, outcome: outcomeOf(own), occurrence: id };
}

/** The answer with an event or exercise among its evidence; unchanged where it is there already, or is none that can be taken. */
export function withOccurrence(db: Db, place: Place, content: AnswerContent, id: number): AnswerContent {
  const found = findUsableOccurrences(db, place, content).find(({ evidence }) => evidence.occurrence === id);
  return found && !found.isTaken ? { ...content, evidence: [...content.evidence, found.evidence] } : content;
}

/** A recorded event or exercise that evidence points to, for a link to it. */
export type LinkedOccurrence = { id: number; name: string; day: string };

/** Those that the evidence of an actor's answer points to and that the actor may see; who reads the answer may then, too. At most three queries. */
export function linkedOccurrences(db: Db, actorId: string, contents: readonly AnswerContent[]): LinkedOccurrence[] {
  const ids = new Set(contents.flatMap(({ evidence }) => evidence.flatMap(({ occurrence }) => occurrence ?? [])));
  if (ids.size === 0) return [];
  return listOccurrences(db, { actorId, ids: [...ids] })
    .filter((stored) => maySeeOccurrence({ role: "coordinator", actorId }, idsOf(stored)))
    .map(({ id, name, day }) => ({ id, name, day }));
}
