import type { Db } from "#db/client.server.ts";
import { latestSequence } from "#db/queries/decisions.ts";
import {
  findLatestRevision,
  findOpenProposal,
  listRemarks,
  listSavedRows,
  type Proposal,
} from "#db/queries/proposals.ts";
import type { RegionalRow } from "#domain/aggregate.ts";
import { type Consequences, candidatesFor, consequencesOf, type GroupConsequence } from "#domain/consequences.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import { levelsInForce } from "#domain/level-change.ts";
import { type LevelWarning, levelWarnings } from "#domain/level-check.ts";
import { asDecisions, changeBetween, type LevelChange, type ProposalRow, rowKey, rowsAt } from "#domain/proposal.ts";
import { mayMoveRound, type RoundState, roundState } from "#domain/round.ts";
import type { Group, LevelDecision, Target } from "#domain/target.ts";
import { breaksOf, type LineageStep } from "#domain/version-map.ts";
import { groupsFor } from "./decide-levels.ts";
import { type Basis, type LevelGround, levelGround } from "./level-basis.ts";

/** The round before's result for one sub-capability. */
export type LastResult = Pick<
  RegionalRow,
  "distribution" | "unknown" | "missing" | "answered" | "applicable" | "shareMeeting"
>;
export type ProposalLine = ProposalRow & {
  /** Names the line's fields. */
  key: string;
  baseline: Target;
  lastYear: Target;
  change: LevelChange;
  /** What the group's actors would be under each minimum; null: nobody has answered anything. */
  tried: GroupConsequence | null;
};
export type ProposalSub = {
  code: string;
  name: string;
  last: LastResult | null;
  lines: ProposalLine[];
  /** What breaks the line to the year before, and to the year whose answers levels are tried on; null: nothing. */
  lastBroken: LineageStep[] | null;
  basisBroken: LineageStep[] | null;
};
export type ProposalRemark = {
  sequence: number;
  code: string | null;
  text: string;
  notedAt: string;
  notedByName: string | null;
};
export type ProposalView = {
  year: number;
  number: number;
  state: RoundState;
  isReleased: boolean;
  revision: number;
  savedAt: string;
  savedByName: string | null;
  /** The latest decision of the year; 0 for none. */
  sequence: number;
  baselineYear: number | null;
  lastYear: number | null;
  scale: LevelAnchor[];
  /** The levels that can be asked for, ascending. */
  choices: LevelAnchor[];
  groups: Group[];
  capabilities: { number: number; name: string; subs: ProposalSub[] }[];
  basis: Basis | null;
  bases: Basis[];
  consequences: Consequences | null;
  warnings: LevelWarning[];
  remarks: ProposalRemark[];
  actors: { id: string; shortName: string; category: string }[];
};
type Asked = {
  basis?: number /** Rows as they would be, in place of the saved ones. */;
  rows?: readonly ProposalRow[];
};

/** The year's open proposal with what it means; undefined where the year has no round or no open proposal. */
export function viewProposal(db: Db, year: number, asked: Asked, now: Date): ProposalView | undefined {
  const proposal = findOpenProposal(db, year);
  return proposal && readProposal(db, proposal, asked, now);
}

function readProposal(db: Db, proposal: Proposal, asked: Asked, now: Date): ProposalView | undefined {
  const { year, number } = proposal;
  const ground = levelGround(db, year, asked.basis);
  const latest = findLatestRevision(db, proposal);
  if (!ground || !latest) return undefined;
  const { definition, round, baselineYear, last, basis, bases, decisions, actors } = ground;
  const standing = rowsAt(listSavedRows(db, proposal));
  const written = new Map((asked.rows ?? []).map((row) => [rowKey(row), row]));
  const rows = standing.map((row) => written.get(rowKey(row)) ?? row);
  const after = decisionsAfter(ground, rows);
  const groups = groupsFor(db, year);
  const lowest = Math.min(...definition.levels.map(({ level }) => level));
  const choices = definition.levels.filter(({ level }) => level !== lowest);
  const state = roundState(round, now);
  const lineOf = lineReader(ground, after, choices);
  return {
    year,
    number,
    state,
    isReleased: !mayMoveRound(state, "decide_levels"),
    ...latest,
    sequence: latestSequence(db, year),
    baselineYear,
    lastYear: last?.year ?? null,
    scale: definition.levels,
    choices,
    groups,
    capabilities: definition.capabilities.map(({ number: of, name, subCapabilities }) => ({
      number: of,
      name,
      subs: subCapabilities.map((sub) => ({
        code: sub.code,
        name: sub.name,
        last: last?.regional.find(({ code }) => code === sub.code) ?? null,
        lines: linesOf(rows, sub.code, groups).map(lineOf),
        lastBroken: last && breaksOf(last.lineage, sub.code),
        basisBroken: basis && breaksOf(basis.lineage, sub.code),
      })),
    })),
    basis: basis && factsOf(basis),
    bases: bases.map(factsOf),
    consequences: consequencesFor(ground, after),
    warnings: levelWarnings(after, nextSequence(decisions), actors),
    remarks: listRemarks(db, { year, number }),
    actors: actors.map(({ id, shortName, category }) => ({ id, shortName, category })),
  };
}

function factsOf({ year, submitted, actors, broken }: Basis): Basis {
  return { year, submitted, actors, broken };
}

/** What no answers can say is not what too few have answered. */
function consequencesFor({ input, basis }: LevelGround, after: LevelDecision[]): Consequences | null {
  if (!input) return null;
  const { tooFew, ...consequences } = consequencesOf(input, after);
  return { ...consequences, tooFew: tooFew.filter((code) => !basis?.broken.includes(code)) };
}

function nextSequence(decisions: readonly LevelDecision[]): number {
  return decisions.reduce((highest, { sequence }) => Math.max(highest, sequence), 0) + 1;
}

/** All that would be in force if the rows were decided now. Before a year's first decision nothing but they would. */
function decisionsAfter({ decisions }: LevelGround, rows: readonly ProposalRow[]): LevelDecision[] {
  return [...decisions, ...asDecisions(rows, nextSequence(decisions))];
}

function linesOf(rows: readonly ProposalRow[], code: string, groups: readonly Group[]): ProposalRow[] {
  const place = ({ group }: ProposalRow) => (groups.includes(group) ? groups.indexOf(group) : groups.length);
  return rows.filter((row) => row.code === code).sort((a, b) => place(a) - place(b));
}

const none: Target = { minimum: null, ambition: null };

function lineReader({ baseline, last, input }: LevelGround, after: LevelDecision[], choices: LevelAnchor[]) {
  const byGroup = (decisions: readonly LevelDecision[]) => {
    const known = new Map<Group, Map<string, Target>>();
    return (group: Group, code: string) => {
      const levels = known.get(group) ?? levelsInForce(decisions, group);
      known.set(group, levels);
      return levels.get(code) ?? none;
    };
  };
  const [baselineOf, lastOf] = [byGroup(baseline), byGroup(last?.decisions ?? [])];
  return (row: ProposalRow): ProposalLine => {
    const { code, group, minimum, ambition } = row;
    const was = baselineOf(group, code);
    const candidates = choices.map(({ level }) => level);
    return {
      ...row,
      key: `${code}.${group}`,
      baseline: was,
      lastYear: lastOf(group, code),
      change: changeBetween(was, { minimum, ambition }),
      tried: input && candidatesFor({ ...input, decisions: after }, { code, group }, candidates),
    };
  };
}
