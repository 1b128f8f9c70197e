import { expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { aMember, submitHaninge } from "#test/support/mail.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { viewRound } from "#usecases/view-round.ts";

const at = (day: string) => new Date(`${day}T10:00:00Z`);

test("the silence of an assessment that was opened again is counted from then: before it nothing could be saved", () => {
  const { db } = openDatabase(":memory:");
  storeRound(db, "open");
  submitHaninge(db, aMember(db, "coordinator").personId);
  const by = { now: at("2026-04-10"), personId: aMember(db, "office", null).personId, role: "office" } as const;
  reopenAssessment(db, { year: testYear, actorId: "haninge", reason: "Fel", lastDay: "2026-05-31" }, by);
  const silentOn = (day: string) =>
    viewRound(db, testYear, at(day))
      ?.actors.find(({ actorId }) => actorId === "haninge")
      ?.unusual.find(({ kind }) => kind === "silent")?.days;
  expect([silentOn("2026-04-11"), silentOn("2026-04-23"), silentOn("2026-04-24")]).toEqual([undefined, undefined, 14]);
});
