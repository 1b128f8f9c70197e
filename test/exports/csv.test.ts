import { expect, test } from "vitest";
import { cellsCsv } from "#exports/cells-csv.ts";
import { csvText } from "#exports/csv.ts";
import { aBasisActor, anAbout } from "#test/support/basis.ts";
import { readCsv } from "#test/support/csv.ts";

test("a file begins with the byte order mark, and its lines end as RFC 4180 says", () => {
  expect(csvText(["a", "b"], [[1, null]])).toBe("\uFEFFa;b\r\n1;\r\n");
});

test.each(["=1+1", "+46 8", "-1", "@SUM(A1)", "\tx", "\rx"])("the text %j cannot become a formula", (text) => {
  expect(readCsv(csvText(["text"], [[text]]))).toEqual([{ text: `'${text}` }]);
});

test.each([
  [-1, "-1"],
  [0.666667, "0.666667"],
  [0, "0"],
  [true, "true"],
  [false, "false"],
  [null, ""],
  ["a;b", "a;b"],
  ['"så"', '"så"'],
  ["två\nrader", "två\nrader"],
  ["1-2", "1-2"],
])("%j stands as %j", (value, text) => {
  expect(readCsv(csvText(["value"], [[value]]))).toEqual([{ value: text }]);
});

test("an actor whose name is a formula is only a name", () => {
  const text = cellsCsv({
    about: anAbout({ madeBy: "=Kansliet" }),
    actors: [aBasisActor({ id: "a", name: '=HYPERLINK("http://x";"y")', category: "@x", designated: true })],
    cells: [
      {
        actor: "a",
        code: "1:1",
        level: 0,
        minimum: 3,
        ambition: null,
        gap: 3,
        ambitionGap: null,
        causes: ["planning", "exercise"],
        status: "below_minimum",
        confidence: "low",
      },
    ],
  });
  const [heads] = text.slice(1).split("\r\n");
  expect(heads).toBe(
    "year;definition;actor_id;actor;category;designated;code;level;minimum;ambition;gap;status;confidence;causes;round;decisions;coverage;made_at;made_by;secrecy",
  );
  expect(readCsv(text)).toEqual([
    {
      year: "2026",
      definition: "2019",
      actor_id: "a",
      actor: `'=HYPERLINK("http://x";"y")`,
      category: "'@x",
      designated: "true",
      code: "1:1",
      level: "0",
      minimum: "3",
      ambition: "",
      gap: "3",
      status: "below_minimum",
      confidence: "low",
      causes: "planning,exercise",
      round: "släppt: slutligt resultat",
      decisions: "Beslut 1, 12 februari 2026: Chefsgruppen § 4",
      coverage: "1 av 1 aktörer har lämnat in: 1 svar av 3",
      made_at: "2026-03-02 12:00",
      made_by: "'=Kansliet",
      secrecy: "Visar var förmågan brister. Pröva sekretessen innan den lämnas ut.",
    },
  ]);
});
