import { expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { listActorProgress } from "#db/queries/progress.ts";
import { storeVector, vectorYear } from "#test/support/store-vector.ts";
import { readVectors } from "#test/support/vectors.ts";

test.each(readVectors())("each actor's progress is its own: $name", (vector) => {
  const { db } = openDatabase(":memory:");
  storeVector(db, vector);
  const { actors, answers, assessments } = vector.input;
  const submitted = new Set(assessments.filter(({ status }) => status !== "draft").map(({ actor }) => actor));
  const progress = listActorProgress(db, vectorYear);
  expect(new Map(progress.map((row) => [row.actorId, { begun: row.begun, sent: row.submittedAt !== null }]))).toEqual(
    new Map(
      actors.map(({ id }) => [
        id,
        { begun: answers.filter(({ actor }) => actor === id).length, sent: submitted.has(id) },
      ]),
    ),
  );
});
