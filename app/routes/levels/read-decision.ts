import type { Db } from "#db/client.server.ts";
import { listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound } from "#db/queries/rounds.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { changedLevels, levelsInForce } from "#domain/level-change.ts";
import type { DecidedLevel } from "#domain/level-check.ts";
import type { Group } from "#domain/target.ts";
import { type FormValues, textOf } from "#http/form.ts";

/** "" is no level; anything that is no number becomes one outside every scale, so that it is refused by its field. */
export function levelOf(text: string): number | null {
  return text === "" ? null : Number(text);
}

/**
 * The posted form as a decision: only the levels that differ from what its writer saw in force. `untouched` names the
 * fields of the others. Undefined without a round.
 */
export function readDecision(db: Db, year: number, values: FormValues) {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!definition) return undefined;
  const group = textOf(values, "group") as Group;
  const expectedSequence = Number(textOf(values, "sequence", "-1"));
  const seen = listLevelDecisions(db, year).filter(({ sequence }) => sequence <= expectedSequence);
  const wanted = listSubCapabilities(definition).flatMap(({ code }): DecidedLevel[] => {
    // A row that was not sent is a row that was not changed.
    if (values[`minimum.${code}`] === undefined || values[`ambition.${code}`] === undefined) return [];
    const minimum = levelOf(textOf(values, `minimum.${code}`));
    return [{ code, group, minimum, ambition: levelOf(textOf(values, `ambition.${code}`)) }];
  });
  const levels = changedLevels(wanted, levelsInForce(seen, group));
  const changed = new Set(levels.map(({ code }) => code));
  return {
    decision: {
      year,
      expectedSequence,
      decidedOn: textOf(values, "decidedOn").trim(),
      meeting: textOf(values, "meeting"),
      reference: textOf(values, "reference"),
      registryNumber: textOf(values, "registryNumber"),
      levels: levels.map((level) => ({ ...level, motive: textOf(values, "motive") })),
    },
    untouched: wanted
      .filter(({ code }) => !changed.has(code))
      .flatMap(({ code }) => [`minimum.${code}`, `ambition.${code}`]),
  };
}
