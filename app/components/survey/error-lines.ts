const labels: Record<string, string> = {
  answer: "Er nivå",
  causes: "Vad som fattas",
  reason: "Motivering",
  changeReason: "Varför nivån har ändrats",
  comment: "Kommentar",
  confidence: "Hur säkra ni är",
  evidence: "Underlag",
};
const partLabels: Record<string, string> = { kind: "slag", what: "vad", date: "datum", outcome: "utfall" };
const pageOrder = ["", "indicators", "reasons", "evidence", ...Object.keys(labels)];

function labelOf(name: string): string {
  const [field = "", key = "", part = ""] = name.split(".");
  if (field === "indicators") return "Indikator";
  if (field === "reasons") return "Ej tillämplig";
  if (field === "evidence" && key !== "") return `Underlag ${Number(key) + 1}, ${partLabels[part] ?? part}`;
  return labels[field] ?? "";
}

/** The answer page's errors for its summary: in the order of the page, each with the name of its field. */
export function errorLines(errors: Record<string, string>): Record<string, string> {
  const place = (name: string) => pageOrder.indexOf(name.split(".")[0] ?? "");
  const sorted = Object.entries(errors).sort(([a], [b]) => place(a) - place(b));
  return Object.fromEntries(sorted.map(([name, text]) => [name, [labelOf(name), text].filter(Boolean).join(": ")]));
}
