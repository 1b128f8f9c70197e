import type { AnswerContent, Evidence } from "#domain/answer.ts";
import { confidenceNames, evidenceKindNames, evidenceOutcomeNames } from "#text/answers.ts";
import { dayText } from "#text/dates.ts";
import { causesText } from "#text/results.ts";
import { DataTable } from "./data-table.tsx";
import { type Linked, OccurrenceLinks } from "./occurrence-links.tsx";

function EvidenceTable({ evidence }: { evidence: Evidence[] }) {
  const rows = evidence.map((piece, index) => ({ ...piece, key: String(index) }));
  return (
    <DataTable
      caption="Underlag"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "what", head: "Vad", cell: ({ what }) => what },
        { key: "kind", head: "Slag", cell: ({ kind }) => evidenceKindNames[kind] },
        { key: "date", head: "Datum", cell: ({ date }) => (date ? dayText(date) : "–") },
        { key: "outcome", head: "Utfall", cell: ({ outcome }) => (outcome ? evidenceOutcomeNames[outcome] : "–") },
      ]}
    />
  );
}

/** What the actor wrote beside its level, in full. */
export function CellAnswer({ content, linked }: { content: AnswerContent; linked: Linked[] }) {
  const { reason, changeReason, confidence, causes, comment, evidence } = content;
  return (
    <section>
      <h2>Svaret</h2>
      <dl className="facts-list">
        <dt>Motivering</dt>
        <dd className="typed">{reason || "–"}</dd>
        {changeReason && (
          <>
            <dt>Varför nivån har ändrats</dt>
            <dd className="typed">{changeReason}</dd>
          </>
        )}
        <dt>Säkerhet</dt>
        <dd>{confidence ? confidenceNames[confidence].toLowerCase() : "–"}</dd>
        <dt>Orsaker</dt>
        <dd>{causesText(causes) || "–"}</dd>
        <dt>Kommentar</dt>
        <dd className="typed">{comment || "–"}</dd>
      </dl>
      {evidence.length > 0 ? (
        <EvidenceTable evidence={evidence} />
      ) : (
        <p className="empty">Inget underlag är angivet.</p>
      )}
      <OccurrenceLinks evidence={evidence} linked={linked} />
    </section>
  );
}
