// Correcting a frozen actor (rättelse): what it means for that actor's cells, said before it is done. Category and
// designation decide which levels apply and which indicators are directed to the actor. Source: docs/the-year.md, method § 1, 3.
import { cellRows } from "./aggregate.ts";
import { type Definition, indicatorsFor, listSubCapabilities } from "./definition.ts";
import type { CellStatus, CountedAnswer } from "./gap.ts";
import type { LevelDecision, RoundActor } from "./target.ts";

type Side = { minimum: number | null; ambition: number | null; indicators: number; status: CellStatus };
/** One sub-capability for which the correction changes levels, indicators or how the answer is judged. */
export type CorrectionEffect = { code: string; name: string; before: Side; after: Side };

type Input = {
  definition: Definition;
  decisions: readonly LevelDecision[];
  /** The answers that count; those of others are ignored. */
  answers: readonly CountedAnswer[];
  before: RoundActor;
  after: RoundActor;
};

/** What the correction changes, in definition order; nothing where only names change. */
export function correctionEffects({ definition, decisions, answers, before, after }: Input): CorrectionEffect[] {
  const subs = listSubCapabilities(definition);
  const own = answers.filter(({ actor }) => actor === before.id);
  const sidesOf = (actor: RoundActor): Side[] => {
    const [cells = []] = cellRows({ definition, decisions, answers: own, actors: [actor] }, subs);
    return subs.flatMap((sub, index) => {
      const cell = cells[index];
      if (!cell) return [];
      const { minimum, ambition, status } = cell;
      return [{ minimum, ambition, status, indicators: indicatorsFor(sub, actor).length }];
    });
  };
  const [then, now] = [sidesOf(before), sidesOf({ ...after, id: before.id })];
  return subs.flatMap(({ code, name }, index) => {
    const [was, becomes] = [then[index], now[index]];
    return was && becomes && isOther(was, becomes) ? [{ code, name, before: was, after: becomes }] : [];
  });
}

function isOther(a: Side, b: Side): boolean {
  return a.minimum !== b.minimum || a.ambition !== b.ambition || a.indicators !== b.indicators || a.status !== b.status;
}
