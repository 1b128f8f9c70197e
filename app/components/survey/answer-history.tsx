import { Form } from "@remix-run/react";
import { type AnswerContent, emptyAnswer } from "#domain/answer.ts";
import type { LevelAnchor, SubCapability } from "#domain/definition.ts";
import { momentText } from "#text/dates.ts";
import { type BasisFacts, doneByText } from "#text/on-behalf.ts";
import { type Linked, OccurrenceLinks } from "../occurrence-links.tsx";
import { type Difference, differencesBetween } from "./answer-differences.ts";
import { valuesOf } from "./answer-values.ts";

type Revision = {
  revision: number;
  /** The first of the saves that the page made by itself and that this one stands for. */
  firstRevision: number;
  content: AnswerContent;
  savedAt: string;
  savedByName: string | null;
  onBehalf: BasisFacts | null;
  sameAs: number | null;
  isInForce: boolean;
};
type AnswerHistoryProps = {
  /** Newest first. */
  revisions: Revision[];
  /** The recorded events and exercises that their evidence points to. */
  linked: Linked[];
  scale: { sub: SubCapability; levels: LevelAnchor[] };
  /** What a restore is saved with; null where nothing can be restored. */
  saveId: string | null;
};

function Version({ text }: { text: string }) {
  return text === "" ? <span className="none">inget</span> : text;
}

function Changes({ changes, isFirst }: { changes: Difference[]; isFirst: boolean }) {
  if (changes.length === 0) return <p className="empty">{isFirst ? "Sparat tomt." : "Inget fält ändrades."}</p>;
  return (
    <div className="table-wrap">
      <table className="data">
        <thead>
          <tr>
            <th scope="col">Fält</th>
            {!isFirst && <th scope="col">Från</th>}
            <th scope="col">{isFirst ? "Ifyllt" : "Till"}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ label, mine: from, theirs: to }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {!isFirst && (
                <td data-label="Från">
                  <Version text={from} />
                </td>
              )}
              <td data-label={isFirst ? "Ifyllt" : "Till"}>
                <Version text={to} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RestoreForm({ revision, current, saveId }: { revision: number; current: number; saveId: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="baseRevision" value={current} />
      <input type="hidden" name="saveId" value={saveId} />
      <button className="ds-button small" data-variant="secondary" type="submit">
        Återställ version {revision}
      </button>
    </Form>
  );
}

/** Every version of an answer: who saved it, when, and what changed in each field. */
export function AnswerHistory({ revisions, linked, scale, saveId }: AnswerHistoryProps) {
  const [newest] = revisions;
  return (
    <ol className="history">
      {revisions.map((version, position) => {
        const { revision, firstRevision, content, savedAt, sameAs, isInForce } = version;
        const doneBy = doneByText(version.savedByName, version.onBehalf);
        const before = revisions[position + 1];
        const changes = differencesBetween(valuesOf(before?.content ?? emptyAnswer()), valuesOf(content), scale);
        return (
          <li key={revision}>
            <section aria-labelledby={`version-${revision}`}>
              <h2 id={`version-${revision}`}>
                Version {firstRevision < revision && `${firstRevision}–`}
                {revision} {position === 0 && <span className="tag">gäller nu</span>}
              </h2>
              <p className="hint">
                {momentText(savedAt)}
                {doneBy && `, ${doneBy}`}
                {firstRevision < revision && ". Sparades av sig självt medan någon skrev"}
                {sameAs !== null && `. Samma svar som version ${sameAs}.`}
              </p>
              <Changes changes={changes} isFirst={!before} />
              <OccurrenceLinks evidence={content.evidence} linked={linked} />
              {saveId && newest && !isInForce && (
                <RestoreForm revision={revision} current={newest.revision} saveId={saveId} />
              )}
            </section>
          </li>
        );
      })}
    </ol>
  );
}
