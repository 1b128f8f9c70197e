// The demo's decisions on levels. 2:8 has none in force: the source says that its indicators are still being developed.
import type { Db } from "#db/client.server.ts";
import { latestSequence } from "#db/queries/decisions.ts";
import { stockholmDay } from "#domain/day.ts";
import { type Definition, listSubCapabilities } from "#domain/definition.ts";
import type { DecidedLevel } from "#domain/level-check.ts";
import { decideLevels } from "#usecases/decide-levels.ts";
import { done } from "./done.ts";
import type { RoundTimes } from "./times.ts";

const undecided = ["2:8"];
const lowered: Record<string, { minimum: number; ambition: number | null }> = {
  "2:4": { minimum: 2, ambition: 3 },
  "2:7b": { minimum: 2, ambition: 3 },
  "3:6": { minimum: 1, ambition: 3 },
  "4:4": { minimum: 2, ambition: null },
  "5:2": { minimum: 2, ambition: 3 },
};
const usual = { minimum: 3, ambition: 4 };

/** What was asked for in the first of the three years. */
const atFirst: Record<string, { minimum: number; ambition: number | null }> = {
  "2:5": { minimum: 2, ambition: 3 },
  "3:5": { minimum: 2, ambition: 3 },
};

function levelsForAll(definition: Definition, yearsAgo: number): DecidedLevel[] {
  return listSubCapabilities(definition)
    .filter(({ code }) => !undecided.includes(code))
    .map(({ code }) => ({
      code,
      group: "all",
      ...((yearsAgo === 2 ? atFirst[code] : undefined) ?? lowered[code] ?? usual),
    }));
}

const levelsForSome: DecidedLevel[] = [
  { code: "1:3", group: "category:blåljus", minimum: 4, ambition: null },
  { code: "2:5", group: "category:blåljus", minimum: 4, ambition: null },
  { code: "3:3", group: "designated", minimum: 3, ambition: 4 },
  { code: "3:6", group: "designated", minimum: 3, ambition: 4 },
  { code: "4:2", group: "designated", minimum: 4, ambition: null },
];

/** Replaces two rows of the first decision: one is raised, one lowered. */
const replacement: DecidedLevel[] = [
  { code: "5:2", group: "all", minimum: 3, ambition: 4 },
  { code: "2:6", group: "all", minimum: 2, ambition: 3 },
];

/** Plays the chief group's decisions for a year: all actors, some groups, and, in the open round, a replaced one. */
export function playDecisions(
  db: Db,
  definition: Definition,
  { year, decidedAt }: RoundTimes,
  { by, yearsAgo }: { by: string; yearsAgo: 0 | 1 | 2 },
): void {
  const decisions = [
    { motive: "Nivån i Målbilden, lägre där indikatorerna är nya.", levels: levelsForAll(definition, yearsAgo) },
    { motive: "De som larmas först behöver mer än andra.", levels: levelsForSome },
    { motive: "Efter vårens samverkansövning.", levels: yearsAgo === 0 ? replacement : [] },
  ].filter(({ levels }) => levels.length > 0);
  for (const [index, { motive, levels }] of decisions.entries()) {
    const now = decidedAt[index] ?? decidedAt[0];
    const decidedOn = stockholmDay(now);
    const expectedSequence = latestSequence(db, year);
    const reference = `Protokoll § ${index + 6}`;
    const meeting = `Regionala chefsgruppen, möte ${index + 4}`;
    const registryNumber = `SSR ${year}/${40 + index}`;
    const input = { year, expectedSequence, decidedOn, meeting, reference, registryNumber };
    done(
      decideLevels(
        db,
        { ...input, levels: levels.map((level) => ({ ...level, motive })) },
        { now, personId: by, role: "chief_group" },
      ),
    );
  }
}
