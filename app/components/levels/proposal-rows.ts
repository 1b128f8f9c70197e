// The rows of a proposal as its tables show them.
import type { GroupConsequence } from "#domain/consequences.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import type { LevelWarning } from "#domain/level-check.ts";
import type { LevelChange } from "#domain/proposal.ts";
import type { Group, Target } from "#domain/target.ts";
import type { LineageStep } from "#domain/version-map.ts";
import type { ShownActor } from "./below-names.tsx";

export type Line = Target & {
  key: string;
  code: string;
  group: Group;
  motive: string;
  baseline: Target;
  lastYear: Target;
  change: LevelChange;
  tried: GroupConsequence | null;
};
export type LastResult = {
  distribution: number[];
  unknown: number;
  missing: number;
  answered: number;
  applicable: number;
  shareMeeting: number | null;
};
export type Sub = {
  code: string;
  name: string;
  last: LastResult | null;
  lines: Line[];
  /** What breaks the line to the year before, and to the year whose answers levels are tried on; null: nothing. */
  lastBroken: LineageStep[] | null;
  basisBroken: LineageStep[] | null;
};
export type TableShared = {
  choices: LevelAnchor[];
  scale: LevelAnchor[];
  actors: ShownActor[];
  warnings: LevelWarning[];
  lastYear: number | null;
  basisYear: number | null;
  hasDecided: boolean;
  typed: (name: string, fallback: string) => string;
  isChosen: (key: string) => boolean;
  errors: Record<string, string>;
  readOnly: boolean;
};
