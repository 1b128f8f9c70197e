// The demo's open proposal: what the office has prepared for the chief group's next meeting, with a remark from the last.
import type { Db } from "#db/client.server.ts";
import { findOpenProposal, listSavedRows } from "#db/queries/proposals.ts";
import { type ProposalRow, rowsAt } from "#domain/proposal.ts";
import { noteRemark } from "#usecases/note-remark.ts";
import { saveProposal } from "#usecases/save-proposal.ts";
import { setGoal } from "#usecases/set-goal.ts";
import { startProposal } from "#usecases/start-proposal.ts";
import { done } from "./done.ts";
import { memberOf } from "./people.ts";
import { daysFrom } from "./times.ts";

type Change = Pick<ProposalRow, "minimum" | "ambition" | "motive">;

const changes: Record<string, Change> = {
  "2:4": { minimum: 3, ambition: 4, motive: "RSIB är i drift hos alla, och höstens övning visade att den behövs." },
  "3:5": { minimum: 2, ambition: 4, motive: "Sänks ett år, så att fler hinner utbilda innan kravet höjs igen." },
  "4:4": { minimum: 3, ambition: 4, motive: "Flera aktörer har bett om en gemensam nivå att arbeta mot." },
  "5:7": { minimum: 3, ambition: null, motive: "" },
};

const goals = [
  { code: "2:4", level: 4, years: 3 },
  { code: "2:5", level: 3, years: 2 },
  { code: "3:5", level: 4, years: 3 },
];

/** Plays a proposal for the year's levels up to where the chief group has it before it, and goals for the coming years. */
export function playProposal(db: Db, year: number, now: Date): void {
  const at = daysFrom(now, -3);
  const by = { now: at, personId: memberOf(db, now, "office").personId };
  const { number } = done(startProposal(db, year, by));
  if (!findOpenProposal(db, year)) return;
  const rows = rowsAt(listSavedRows(db, { year, number })).flatMap((row): ProposalRow[] => {
    const change = row.group === "all" ? changes[row.code] : undefined;
    return change ? [{ ...row, ...change }] : [];
  });
  done(saveProposal(db, { year, number, revision: 1, rows }, by));
  const remark = "Ta med hur många som hann öva i höstas.";
  done(noteRemark(db, { year, number, code: "2:4", text: remark }, { ...by, now: daysFrom(now, -1) }));
  for (const { code, level, years } of goals) {
    const goal = { year, code, level, goalYear: year + years, reference: `Målbild ${year}–${year + 3}, § 5` };
    done(setGoal(db, goal, { ...by, role: "office" }));
  }
}
