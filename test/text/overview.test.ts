import { describe, expect, test } from "vitest";
import { pointsText } from "#text/overview.ts";

const names = ["Aktivera", "Informera", "Samordna", "Inrikta", "Kommunicera"];
const points = (shares: number[], before: (number | null)[] = [], raised: number[] = []) =>
  shares.map((now, at) => ({
    capability: at + 1,
    name: names[at] ?? "",
    now,
    before: before[at] ?? null,
    isMinimumChanged: raised.includes(at + 1),
  }));
const told = (...given: Parameters<typeof points>) => pointsText(points(...given), 2025).replaceAll("\u00a0", " ");

test("no known share says so", () => {
  expect(pointsText([], 2025)).toBe("Ingen andel kan visas än.");
});

describe("where the share is highest and lowest", () => {
  test("is told with its shares", () => {
    expect(told([0.9, 0.4, 0.6])).toBe(
      "Andelen som når lägstanivån är högst i 1 Aktivera (90 %) och lägst i 2 Informera (40 %).",
    );
  });

  test("names all that are shown as the same, however they differ behind the rounding", () => {
    expect(told([0.672, 0.78, 0.668, 0.7, 0.67])).toBe(
      "Andelen som når lägstanivån är högst i 2 Informera (78 %) och lägst i 1 Aktivera, 3 Samordna och 5 Kommunicera (67 %).",
    );
  });

  test("is one and the same where all are shown as the same", () => {
    expect(told([0.672, 0.668])).toBe("Andelen som når lägstanivån är 67 % i 1 Aktivera och 2 Informera.");
  });
});

describe("how many have grown is told in words, not in digits that read as a base capability", () => {
  test.each([
    [[0.5, 0.4], [], "Den är högre än 2025 i en av två."],
    [[0.95, 0.5], [], "Den är högre än 2025 i ingen av två."],
    [[0.5, 0.3], [2], "I den enda grundförmåga som går att jämföra med 2025 är andelen högre än då."],
    [[0.9, 0.3], [2], "I den enda grundförmåga som går att jämföra med 2025 är andelen inte högre än då."],
  ])("before %j, raised in %j: %s", (before, raised, says) => {
    expect(told([0.9, 0.4], before, raised)).toContain(says);
  });

  test.each([
    ["other levels", [0.5, 0.3, 0.2], [3]],
    ["no line back", [0.5, 0.3, null], []],
  ])("and of which, where some have %s", (_why, before, raised) => {
    expect(told([0.9, 0.4, 0.6], before, raised)).toContain(
      "Av de två grundförmågor som går att jämföra med 2025 är andelen högre i två.",
    );
  });
});
