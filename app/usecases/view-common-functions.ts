import type { Db } from "#db/client.server.ts";
import { listCommonFunctionSaves } from "#db/queries/common-functions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound } from "#db/queries/rounds.ts";
import {
  type CommonFunction,
  type CommonFunctionContent,
  commonFunctionsOf,
  mayAnswerCommon,
} from "#domain/common-function.ts";
import { type RoundState, roundState } from "#domain/round.ts";

/** A common function with what the office has answered for it; revision 0 where nothing is. */
export type AnsweredCommonFunction = CommonFunction & {
  revision: number;
  content: CommonFunctionContent;
  savedAt: string | null;
  savedByName: string | null;
};
export type CommonFunctionsView = {
  year: number;
  state: RoundState;
  canAnswer: boolean;
  functions: AnsweredCommonFunction[];
};

/** What the round's version asks of common functions, and what is answered; undefined for an unknown year. */
export function viewCommonFunctions(db: Db, year: number, now: Date): CommonFunctionsView | undefined {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return undefined;
  const state = roundState(round, now);
  const saves = listCommonFunctionSaves(db, year);
  const functions = commonFunctionsOf(definition).map((each) => {
    const last = saves.findLast(({ code }) => code === each.code);
    return {
      ...each,
      revision: last?.revision ?? 0,
      content: last?.content ?? { answers: {}, comment: "" },
      savedAt: last?.savedAt ?? null,
      savedByName: last?.savedByName ?? null,
    };
  });
  return { year, state, canAnswer: mayAnswerCommon(state), functions };
}
