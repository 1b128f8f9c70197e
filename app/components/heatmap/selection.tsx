import { Link } from "@remix-run/react";
import { shownText } from "#text/heatmap.ts";

type SelectionProps = {
  /** What is chosen, in sentences; empty where everything is shown. */
  text: string;
  shown?: { actorsShown: number; actorsBelow: number };
  fields: Record<string, string>;
  /** Where the page stands without any choice. */
  base: string;
};

/** What is chosen, also in print, where the fields do not stand, and the way back to everything. */
export function Selection({ text, shown, fields, base }: SelectionProps) {
  if (Object.values(fields).every((value) => value === "")) return null;
  const isPartly = shown !== undefined && shown.actorsShown < shown.actorsBelow;
  return (
    <p className="note selection">
      {text} {isPartly && shownText(shown)} <Link to={base}>Ta bort alla val</Link>
    </p>
  );
}
