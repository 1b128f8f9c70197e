import { Form } from "@remix-run/react";
import { momentText } from "#text/dates.ts";
import { CheckboxesField } from "../choice-field.tsx";
import { TextareaField } from "../field.tsx";

type Feeder = { code: string; name: string; reason: string; isChanged: boolean };
type Change = {
  sequence: number;
  code: string;
  isLinked: boolean;
  reason: string;
  savedAt: string;
  savedByName: string | null;
};

/** What feeds a goal area, and why. */
export function Feeders({ fedBy }: { fedBy: Feeder[] }) {
  if (fedBy.length === 0) return <p className="empty">Ingen delförmåga bidrar till målområdet.</p>;
  return (
    <ul className="feeders">
      {fedBy.map(({ code, name, reason, isChanged }) => (
        <li key={code}>
          <span className="code">{code}</span> {name}
          <p className="activity-facts typed">
            {isChanged ? "Kansliet: " : ""}
            {reason}
          </p>
        </li>
      ))}
    </ul>
  );
}

type View = {
  document: { id: string };
  version: string;
  capabilities: { number: number; name: string; subs: { code: string; name: string }[] }[];
  sequence: number;
};
type Props = { view: View; isOpen: boolean; chosen: string[]; reason: string; error: string | undefined };

/** All sub-capabilities, ticked where they feed the area, and why they are changed. */
export function GoalFeedForm({ view, isOpen, chosen, reason, error }: Props) {
  return (
    <details open={isOpen} className="goal-feed">
      <summary>Ändra vilka delförmågor som bidrar</summary>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="document" value={view.document.id} />
        <input type="hidden" name="version" value={view.version} />
        <input type="hidden" name="sequence" value={view.sequence} />
        {view.capabilities.map(({ number, name, subs }) => (
          <CheckboxesField
            key={number}
            name="code"
            legend={`${number} ${name}`}
            values={chosen}
            options={subs.map((sub) => ({ value: sub.code, label: `${sub.code} ${sub.name}` }))}
          />
        ))}
        <TextareaField name="reason" label="Varför ändras det?" value={reason} error={error} rows={2} />
        <div className="buttons">
          <button className="ds-button" type="submit">
            Spara
          </button>
        </div>
      </Form>
    </details>
  );
}

/** What the office has changed, newest first. */
export function GoalChanges({ changes }: { changes: Change[] }) {
  return (
    <>
      <h2>Ändrat av kansliet</h2>
      <ul className="feeders">
        {changes.map(({ sequence, code, isLinked, reason, savedAt, savedByName }) => (
          <li key={sequence}>
            <span className="code">{code}</span> {isLinked ? "lades till" : "togs bort"} {momentText(savedAt)}
            {savedByName && ` av ${savedByName}`}
            <p className="activity-facts typed">{reason}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
