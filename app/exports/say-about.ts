import { momentText } from "#text/dates.ts";
import { basisTitle, councilBasisTitle } from "#text/planning-basis.ts";
import { reportMark } from "#text/secrecy.ts";
import type { About } from "./basis-parts-schema.ts";

type Facts = Omit<About, "title" | "madeAtStockholm" | "secrecy">;

/** What every file says of itself, with the words that go with the facts: title, secrecy mark, and the time in Stockholm. */
export function sayAbout(facts: Facts, { isCouncil }: { isCouncil: boolean }): About {
  return {
    title: isCouncil ? councilBasisTitle(facts.year) : basisTitle(facts.year),
    ...facts,
    madeAtStockholm: momentText(facts.madeAt),
    secrecy: reportMark,
  };
}
