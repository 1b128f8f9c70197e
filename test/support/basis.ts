// Parts of a planning basis, for tests that need no database.
import type { About } from "#exports/basis-parts-schema.ts";
import type { PlanningBasis } from "#exports/planning-basis-schema.ts";

/** A released round of 2026 with one decision, made at noon in Stockholm on 2 March 2026. */
export function anAbout(overrides: Partial<About> = {}): About {
  return {
    title: "Underlag",
    year: 2026,
    round: { state: "released", closingDay: "2026-05-31", releasedAt: "2026-06-12T08:00:00.000Z" },
    definition: { version: "2019", title: "Gemensamma förmågor", source: "Påhittad för test" },
    decisions: [
      {
        sequence: 1,
        decidedOn: "2026-02-12",
        meeting: null,
        reference: "Chefsgruppen § 4",
        registryNumber: null,
        recordedAs: "chief_group",
        inForce: true,
      },
    ],
    coverage: { actors: 1, submitted: 1, answered: 1, applicable: 3 },
    madeAt: "2026-03-02T11:00:00.000Z",
    madeAtStockholm: "2 mars 2026 kl. 12:00",
    madeBy: "testet",
    secrecy: "Visar var förmågan brister. Pröva sekretessen innan den lämnas ut.",
    ...overrides,
  };
}

/** An actor of whom nothing is counted. */
export function aBasisActor(overrides: Partial<PlanningBasis["actors"][number]> = {}): PlanningBasis["actors"][number] {
  return {
    id: "a",
    name: "Aktör a",
    shortName: "a",
    category: "kommun",
    designated: false,
    hasSubmitted: false,
    applicable: 0,
    missing: 0,
    answered: 0,
    unknown: 0,
    noMinimum: 0,
    expected: 0,
    belowMinimum: 0,
    meetsMinimum: 0,
    meetsAmbition: 0,
    notMeeting: 0,
    shareMeeting: null,
    shareLow: null,
    shareHigh: null,
    ...overrides,
  };
}
