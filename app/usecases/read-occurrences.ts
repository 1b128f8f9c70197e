import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listOccurrences, type StoredObservation, type StoredOccurrence } from "#db/queries/occurrences.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { type Definition, findSubCapability } from "#domain/definition.ts";
import { isOwn, maySeeObservation, maySeeOccurrence, type OccurrenceKind, type Reader } from "#domain/occurrence.ts";
import { codeComingFrom, type Lineage, lineageBetween } from "#domain/version-map.ts";
import { idsOf } from "./save-occurrence.ts";

/** An observation as a reader who may see it meets it. */
export type ObservationFacts = {
  number: number;
  revision: number;
  /** The actor that noted it, about itself; null: the office. */
  actorId: string | null;
  actorName: string | null;
  /** Its code where it was noted, and the name there. */
  code: string;
  name: string;
  worked: string;
  shortcomings: string;
  savedAt: string;
  savedByName: string | null;
  /** Whether the reader may change it. */
  isOwn: boolean;
  version: string;
};
/** An event or exercise with the observations that the reader may see. */
export type OccurrenceFacts = {
  id: number;
  kind: OccurrenceKind;
  name: string;
  day: string;
  revision: number;
  isRemoved: boolean;
  reason: string;
  /** Null: the office recorded it. */
  actorId: string | null;
  actorName: string | null;
  savedAt: string;
  savedByName: string | null;
  isOwn: boolean;
  participants: StoredOccurrence["participants"];
  observations: ObservationFacts[];
};

/** The events and exercises that a reader may see, newest day first, also those taken away; all, or those of these ids. Three queries, and one per definition version. */
export function readOccurrences(db: Db, reader: Reader, ids?: readonly number[]): OccurrenceFacts[] {
  const seesAll = reader.actorId === null;
  const stored = listOccurrences(db, { ids, actorId: seesAll ? undefined : (reader.actorId ?? "") });
  const definitions = new Map<string, Definition | undefined>();
  const nameOf: NameOf = ({ version, code }) => {
    if (!definitions.has(version)) definitions.set(version, findDefinition(db, version));
    const definition = definitions.get(version);
    return (definition && findSubCapability(definition, code)?.name) ?? "";
  };
  return stored
    .filter((occurrence) => maySeeOccurrence(reader, idsOf(occurrence)))
    .map((occurrence) => factsOf(occurrence, reader, nameOf));
}

type NameOf = (observation: StoredObservation) => string;

function factsOf(stored: StoredOccurrence, reader: Reader, nameOf: NameOf): OccurrenceFacts {
  const { observations, participants, ...occurrence } = stored;
  const mayEdit = isOwn(reader, stored);
  return {
    ...occurrence,
    participants: participants.toSorted((a, b) => a.name.localeCompare(b.name, "sv")),
    isOwn: mayEdit,
    observations: observations
      .filter((observation) => !observation.isRemoved && maySeeObservation(reader, observation))
      .map((observation) => ({
        ...observation,
        name: nameOf(observation),
        isOwn: isOwn(reader, observation),
      }))
      // The office's first, then the actors by name, each by code; what is of one code in the order noted.
      .sort(
        (a, b) =>
          (a.actorName ?? "").localeCompare(b.actorName ?? "", "sv") ||
          a.code.localeCompare(b.code, "sv", { numeric: true }),
      ),
  };
}

/** Where a code of another version belongs in this definition; null where the version map draws no line. One query. */
export function codesIn(db: Db, definition: Definition): (of: { version: string; code: string }) => string | null {
  const lineages = new Map<string, Lineage | undefined>();
  const maps = listVersionMaps(db);
  return ({ version, code }) => {
    if (!lineages.has(version)) lineages.set(version, lineageBetween(maps, { from: version, definition }));
    return codeComingFrom(lineages.get(version), code);
  };
}
