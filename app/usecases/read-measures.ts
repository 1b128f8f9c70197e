import type { Db } from "#db/client.server.ts";
import { listMeasures, type StoredMeasure } from "#db/queries/measures.ts";
import { listRounds, listRoundsOf, type Round } from "#db/queries/rounds.ts";
import { listCountedSubmissions } from "#db/queries/submissions.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import type { Definition } from "#domain/definition.ts";
import { contentAfter, isAskedFor, type MeasureContent, type MeasureState, revisionIn } from "#domain/measure.ts";
import { codeComingFrom, identityLineage, type Lineage, lineageBetween } from "#domain/version-map.ts";

/** One measure as a year's assessment shows it. */
export type MeasureFacts = MeasureContent & {
  /** The year it was noted in, and its number among the actor's of that year. */
  year: number;
  number: number;
  /** Where it belongs in this year's definition; null where the version map draws no line to it. */
  code: string | null;
  /** Its code in its own year. */
  codeThen: string;
  /** What a save of it, or of how it goes this year, starts from; 0 where nothing was said of an earlier one yet. */
  revision: number;
  savedAt: string;
  savedByName: string | null;
  isRemoved: boolean;
  /** By when it was to be done when it was noted. */
  firstDueDay: string;
  /** How it goes, as said this year; null for one noted this year, and where nothing is said yet. */
  state: MeasureState | null;
  note: string;
  /** What was last said of it in an earlier year. */
  before: { year: number; state: MeasureState; note: string } | null;
};

/** The measures in the submission of an actor that counts, as they stood when it was made; none where none counts. */
export function readSubmittedMeasures(
  db: Db,
  asked: Asked,
  submission: { number: number } | undefined,
): MeasureFacts[] {
  if (!submission) return [];
  return readMeasures(db, asked, submission.number).filter(({ isRemoved }) => !isRemoved);
}

/**
 * The same of every actor in the round, each with whose it is, by actor id. `until`: leaving out what was saved after that moment
 * (UTC, ISO 8601), as an earlier year that is not released can still be. At most seven queries, however many the actors.
 */
export function readRegionMeasures(
  db: Db,
  { year, definition, until = null }: Pick<Asked, "year" | "definition"> & { until?: string | null },
): (MeasureFacts & { actorId: string })[] {
  const submitted = new Map(listCountedSubmissions(db, year).map(({ actorId, number }) => [actorId, number]));
  const isBefore = ({ savedAt }: { savedAt: string }) => until === null || savedAt <= until;
  const stored = listMeasures(db, year)
    .filter(({ actorId }) => submitted.has(actorId))
    .map((each) => ({ ...each, revisions: each.revisions.filter(isBefore), states: each.states.filter(isBefore) }));
  const rounds = stored.some((measure) => measure.year !== year) ? listRounds(db) : [];
  const lineageOf = lineagesTo(db, { year, definition }, rounds);
  return stored.flatMap((measure) => {
    const facts = factsOf(measure, year, lineageOf, submitted.get(measure.actorId));
    return facts && !facts.isRemoved ? [{ ...facts, actorId: measure.actorId }] : [];
  });
}

type Asked = { year: number; actorId: string; definition: Definition };

/**
 * The measures that a year's assessment is about: those noted in it, also those taken away, and those of earlier years that
 * are still asked for. `submission`: as they stood when it was made; else as they stand. One query, or at most five.
 */
export function readMeasures(db: Db, { year, actorId, definition }: Asked, submission?: number): MeasureFacts[] {
  const stored = listMeasures(db, year, actorId);
  if (stored.length === 0) return [];
  const rounds = stored.some((measure) => measure.year !== year) ? listRoundsOf(db, actorId) : [];
  const lineageOf = lineagesTo(db, { year, definition }, rounds);
  return stored.flatMap((measure) => factsOf(measure, year, lineageOf, submission) ?? []);
}

type LineageOf = (year: number) => Lineage | undefined;

/** `rounds`: those of the earlier years that are asked about; none where there are no such. */
function lineagesTo(db: Db, { year, definition }: Pick<Asked, "year" | "definition">, rounds: Round[]): LineageOf {
  const own = identityLineage(definition);
  if (rounds.length === 0) return () => own;
  const versions = new Map(rounds.map((round) => [round.year, round.definitionVersion]));
  const maps = listVersionMaps(db);
  const found = new Map<number, Lineage | undefined>([[year, own]]);
  return (of) => {
    const from = versions.get(of);
    if (!found.has(of)) found.set(of, from === undefined ? undefined : lineageBetween(maps, { from, definition }));
    return found.get(of);
  };
}

function factsOf(
  measure: StoredMeasure,
  year: number,
  lineageOf: LineageOf,
  submission?: number,
): MeasureFacts | undefined {
  const facts = measure.year === year ? ownFacts(measure, submission) : earlierFacts(measure, year, submission);
  return facts && { ...facts, code: codeComingFrom(lineageOf(measure.year), measure.code) };
}

type Facts = Omit<MeasureFacts, "code">;

function ownFacts(measure: StoredMeasure, submission?: number): Facts | undefined {
  const said = revisionIn(measure.revisions, submission);
  return said && { ...contentOf(measure, said), state: null, note: "", before: null };
}

function earlierFacts(measure: StoredMeasure, year: number, submission?: number): Facts | undefined {
  const said = revisionIn(measure.revisions);
  const before = latestPerYear(measure, year);
  if (!said || said.isRemoved || !isAskedFor(before.map(({ state }) => state))) return undefined;
  const now = revisionIn(
    measure.states.filter(({ inYear }) => inYear === year),
    submission,
  );
  const last = before.at(-1);
  return {
    ...contentAfter(contentOf(measure, said), now ? [...before, now] : before),
    revision: now?.revision ?? 0,
    state: now?.state ?? null,
    note: now?.note ?? "",
    before: last ? { year: last.inYear, state: last.state, note: last.note } : null,
  };
}

/** What the years before this one said last, oldest first. */
function latestPerYear({ states }: StoredMeasure, year: number) {
  const years = [...new Set(states.map(({ inYear }) => inYear))].filter((each) => each < year).sort((a, b) => a - b);
  return years.flatMap((each) => revisionIn(states.filter(({ inYear }) => inYear === each)) ?? []);
}

function contentOf({ year, number, code }: StoredMeasure, said: StoredMeasure["revisions"][number]) {
  const { what, holder, dueDay, isRemoved, revision, savedAt, savedByName } = said;
  const firstDueDay = dueDay;
  return { year, number, codeThen: code, what, holder, dueDay, firstDueDay, isRemoved, revision, savedAt, savedByName };
}
