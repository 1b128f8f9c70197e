import { expect, test } from "vitest";
import { isCurrent, navigationFor } from "#components/navigation.ts";

const office = { role: "office" as const, actorId: null };
const coordinator = { role: "coordinator" as const, actorId: "haninge-kommun" };

test.each([
  ["the start page", office, "/", "Översikt"],
  ["this year's result", office, "/resultat/2026", "Resultat"],
  ["an earlier year's cell", office, "/resultat/2025/aktor/haninge-kommun/2:5", "Resultat"],
  ["an earlier year's levels", coordinator, "/lagstanivaer/2024", "Lägstanivåer"],
  [
    "an actor's assessment, which the office came to from the round",
    office,
    "/skattning/2026/haninge-kommun",
    "Omgångar",
  ],
  ["one's own assessment", coordinator, "/skattning/2025/haninge-kommun/1:1", "Skattning"],
  ["an actor's colleagues, for the office", office, "/kollegor/haninge-kommun", "Personer"],
  ["one's own colleagues", coordinator, "/kollegor/haninge-kommun", "Kollegor"],
  ["what belongs under none", office, "/mina-installningar", undefined],
])("%s stands under its item in the menu", (_name, viewer, path, label) => {
  const current = navigationFor(viewer, 2026).filter((item) => isCurrent(item, path));
  expect(current.map((item) => item.label)).toEqual(label ? [label] : []);
});
