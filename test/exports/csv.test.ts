import { expect, test } from "vitest";
import { cellsCsv } from "#exports/cells-csv.ts";
import { csvText } from "#exports/csv.ts";
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
    year: 2026,
    definition: "2019",
    actors: [{ id: "a", name: '=HYPERLINK("http://x";"y")', category: "@x", designated: true }],
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
      },
    ],
    answers: [{ actor: "a", code: "1:1", confidence: "low" }],
  });
  const [heads] = text.slice(1).split("\r\n");
  expect(heads).toBe(
    "year;definition;actor_id;actor;category;designated;code;level;minimum;ambition;gap;status;confidence;causes",
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
    },
  ]);
});
