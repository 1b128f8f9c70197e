import { type Db, inSnapshot } from "#db/client.server.ts";
import { listActors } from "#db/queries/actors.ts";
import { findDefinition, findNewestPublished, listDefinitions } from "#db/queries/definitions.ts";
import { compareActors } from "#domain/actor-order.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { isRecorder, type OccurrenceKind, type Reader } from "#domain/occurrence.ts";
import { codesIn, type OccurrenceFacts, readOccurrences } from "./read-occurrences.ts";
import { definitionOn } from "./save-observation.ts";

/** What a list is narrowed to; null: everything. */
export type OccurrenceFilter = {
  year: number | null;
  kind: OccurrenceKind | null;
  /** A code of `definition`. */
  code: string | null;
  /** A published version of the definition; the one published last where it is none. */
  definition: string | null;
  removed: boolean;
};
type SubName = { code: string; name: string };
export type OccurrencesView = {
  rows: OccurrenceFacts[];
  /** Of all that the reader may see, whatever is asked for. */
  total: number;
  removedCount: number;
  years: number[];
  subs: SubName[];
  canRecord: boolean;
};

/** The events and exercises that a reader may see, narrowed to what it asks for. */
export function viewOccurrences(db: Db, filter: OccurrenceFilter, reader: Reader): OccurrencesView {
  return inSnapshot(db, (tx) => {
    const all = readOccurrences(tx, reader);
    const version = publishedVersion(tx, filter.definition) ?? findNewestPublished(tx);
    const definition = version === undefined ? undefined : findDefinition(tx, version);
    const codeOf = definition ? codesIn(tx, definition) : () => null;
    const shown = all.filter(({ isRemoved }) => isRemoved === filter.removed);
    const removed = all.filter(({ isRemoved }) => isRemoved);
    return {
      rows: shown.filter(
        ({ day, kind, observations }) =>
          (filter.year === null || yearOf(day) === filter.year) &&
          (filter.kind === null || kind === filter.kind) &&
          (filter.code === null || observations.some((each) => codeOf(each) === filter.code)),
      ),
      total: all.length - removed.length,
      removedCount: removed.length,
      years: [...new Set(all.map(({ day }) => yearOf(day)))],
      subs: definition ? listSubCapabilities(definition).map(({ code, name }) => ({ code, name })) : [],
      canRecord: isRecorder(reader),
    };
  });
}

/** A draft is for the office alone to read, and nothing can be noted on it. */
function publishedVersion(db: Db, asked: string | null): string | undefined {
  if (asked === null) return undefined;
  return listDefinitions(db).find(({ version, publishedAt }) => version === asked && publishedAt !== null)?.version;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export type ActorChoice = { id: string; name: string; shortName: string; category: string; hasLeft: boolean };
export type OccurrenceView = {
  occurrence: OccurrenceFacts;
  actors: ActorChoice[];
  /** The sub-capabilities that something can be noted of. */
  subs: SubName[];
  /** Whether the reader may note what it observed. */
  canNote: boolean;
};

/** One event or exercise; undefined where there is none, or the reader may not know of it. */
export function viewOccurrence(
  db: Db,
  id: number,
  { today, ...reader }: Reader & { today: string },
): OccurrenceView | undefined {
  return inSnapshot(db, (tx) => {
    const [occurrence] = readOccurrences(tx, reader, [id]);
    if (!occurrence) return undefined;
    const definition = definitionOn(tx, occurrence.day);
    return {
      occurrence,
      actors: actorChoices(tx, today),
      subs: definition ? listSubCapabilities(definition).map(({ code, name }) => ({ code, name })) : [],
      canNote: isRecorder(reader) && !occurrence.isRemoved,
    };
  });
}

/** Every actor that can have taken part, also those that have left since. */
export function actorChoices(db: Db, today: string): ActorChoice[] {
  return listActors(db)
    .sort(compareActors)
    .map(({ id, name, shortName, category, memberUntil }) => {
      return { id, name, shortName, category, hasLeft: memberUntil !== null && memberUntil <= today };
    });
}
