// Parts of a planning basis, for tests that need no database.

import type { About } from "#exports/basis-parts-schema.ts";
import type { CouncilBasis } from "#exports/council-basis-schema.ts";
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

/** What people type, and what programs take for something else. The signs that XML has none for are left out. */
export const hardTexts = [
  '<b>&amp; "citat" ]]> 😀',
  '=HYPERLINK("http://x";"y")',
  "+46 8 123",
  "2:5",
  "_x0041_ och _x000D_",
  "rad ett\nrad två",
  "å".repeat(10_000),
];

/** A measure of haninge for 1:1, noted in 2026. */
export function aMeasure(
  overrides: Partial<PlanningBasis["measures"][number]> = {},
): PlanningBasis["measures"][number] {
  return {
    actor: "haninge",
    year: 2026,
    number: 1,
    code: "1:1",
    codeThen: "1:1",
    what: "Öva",
    holder: "Säkerhetsenheten",
    dueDay: "2026-12-31",
    firstDueDay: "2026-12-31",
    state: null,
    note: "",
    before: null,
    ...overrides,
  };
}

/** Two sub-capabilities, of which the second is withheld. */
export function aCouncilBasis(): CouncilBasis {
  const shares = { shareMeeting: 0.666667, shareLow: 0.5, shareHigh: 0.75 };
  const nothing = { answered: null, applicable: null, shareMeeting: null, shareLow: null, shareHigh: null };
  return {
    $schema: "underlag-radet-2026.schema.json",
    format: "formagekollen-underlag-radet-1",
    about: anAbout(),
    scale: [{ level: 0, name: "Saknas", anchor: "Inget finns." }],
    since: 2025,
    reach: { all: 0, most: 1, few: 0, unjudged: 0, withheld: 1 },
    capabilities: [
      {
        number: 1,
        name: "Grundförmåga 1",
        shareMeeting: null,
        before: null,
        isMinimumChanged: false,
        isWithheld: true,
      },
    ],
    subCapabilities: [
      { code: "1:1", name: "Delförmåga 1:1", capability: 1, shown: "all", answered: 9, applicable: 12, ...shares },
      { code: "1:2", name: "Delförmåga 1:2", capability: 1, shown: "nothing", ...nothing },
    ],
    priority: [
      {
        code: "1:1",
        notMeeting: 3,
        meetsMinimum: 6,
        causes: { planning: 0, organisation: 0, equipment: 0, training: 0, exercise: 0 },
        change: { before: 0.5, now: 0.666667, kind: "better", breaks: [] },
      },
    ],
    commonFunctions: [],
  };
}
