import { Form } from "@remix-run/react";
import { momentText } from "#text/dates.ts";
import { ErrorPanel } from "../error-panel.tsx";
import { TextareaField } from "../field.tsx";
import { Notice } from "../notice.tsx";

type Remark = { sequence: number; code: string | null; text: string; notedAt: string; notedByName: string | null };

/** What was noted, in the order in which it fell. */
export function RemarkList({ remarks, isNew, withCode }: { remarks: Remark[]; isNew: boolean; withCode: boolean }) {
  return (
    <>
      {isNew && <Notice kind="saved">Anteckningen är sparad.</Notice>}
      {remarks.length > 0 && (
        <section className="remarks">
          <h2>Anteckningar</h2>
          <ul>
            {remarks.map(({ sequence, code, text, notedAt, notedByName }) => (
              <li key={sequence}>
                <span className="note">
                  {momentText(notedAt)}
                  {notedByName && `, ${notedByName}`}
                  {withCode && code && ` om ${code}`}
                </span>
                <p className="typed">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type RemarkFormProps = {
  year: number;
  number: number;
  code: string | null;
  all: boolean;
  failure: { values: Record<string, string | string[]>; errors: Record<string, string> } | null;
};

/** Where what is said is written down as it falls. */
export function RemarkForm({ year, number, code, all, failure }: RemarkFormProps) {
  const typed = failure?.values.text;
  return (
    <Form
      method="post"
      action={`/lagstanivaer/${year}/mote${code ? `?del=${code}` : ""}`}
      className="stack remark-form"
      noValidate
    >
      <ErrorPanel errors={failure?.errors} title="Anteckningen är inte sparad" />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="code" value={code ?? ""} />
      {all && <input type="hidden" name="all" value="1" />}
      <TextareaField
        name="text"
        label={code ? `Anteckna om ${code}` : "Anteckna om hela förslaget"}
        hint="Syns bara för kansliet och chefsgruppen."
        rows={2}
        value={Array.isArray(typed) ? typed[0] : typed}
        error={failure?.errors.text}
      />
      <div className="buttons">
        <button className="ds-button small" data-variant="secondary" type="submit">
          Spara anteckningen
        </button>
      </div>
    </Form>
  );
}
