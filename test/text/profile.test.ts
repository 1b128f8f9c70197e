import { expect, test } from "vitest";
import type { ActorProfile } from "#domain/actor-profile.ts";
import { besideText } from "#text/profile.ts";

const side = (shareMeeting: number | null) => ({ shareMeeting });
const profile = (shares: [number | null, number | null][]) =>
  ({
    category: "kommun",
    otherCount: 3,
    capabilities: shares.map(([own, others], at) => ({
      ...{ capability: at + 1, name: "Dela" },
      ...{ own: side(own), others: side(others) },
    })),
  }) as ActorProfile;

test.each([
  ["all, where all can be compared", [[0.8, 0.5]], "i alla grundförmågor minst lika hög"],
  [
    "those that can, where one cannot",
    [
      [0.8, 0.5],
      [null, 0.5],
    ],
    "i de grundförmågor som kan jämföras minst lika hög",
  ],
  [
    "the one that is lower",
    [
      [0.2, 0.5],
      [1, 1],
    ],
    "i 1 Dela (20\u00a0% mot 50\u00a0%)",
  ],
] as [string, [number | null, number | null][], string][])(
  "an actor beside its category is told of %s",
  (_name, shares, says) => {
    expect(besideText(profile(shares))).toContain(says);
  },
);
