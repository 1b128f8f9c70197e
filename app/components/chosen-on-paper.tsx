/** What a filter form is set to, on paper, where the form does not stand. Empty parts are left out. */
export function ChosenOnPaper({ parts }: { parts: (string | number | false | null)[] }) {
  const chosen = parts.filter((part) => part !== null && part !== false && part !== "");
  return chosen.length === 0 ? null : <p className="note print-only">Urval: {chosen.join(", ")}.</p>;
}
