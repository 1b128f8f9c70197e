import { Form, Link } from "@remix-run/react";
import { ErrorPanel } from "#components/error-panel.tsx";
import { SelectField, TextareaField } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { type Delegation, delegationState } from "#domain/delegation.ts";
import { momentText } from "#text/dates.ts";
import { heldText } from "#text/delegation.ts";

export type DelegationFacts = Delegation & { name: string; delegatedAt: string; note: string };
/** What came back of a refused form, and which base capability it was about. */
export type DelegationFailure =
  | { values: Record<string, string | string[]>; errors: Record<string, string>; capability: number }
  | undefined;
export type DelegationPartsProps = {
  group: { number: number; name: string; ready: number; total: number; delegations: DelegationFacts[] };
  /** What has just been done with this base capability, or null. */
  done: string | null;
  failure: DelegationFailure;
  /** The coordinator's choices; null for those who delegate nothing, or where nothing can be changed. */
  choices: { personId: string; name: string }[] | null;
  /** Where the coordinator adds colleagues. */
  colleagues: string;
  /** The reader's own delegation, where it can still say something of it. */
  own: DelegationFacts | undefined;
};

const plainStates = { held: "inte klarmarkerad", left: "är inte medarbetare längre", taken_back: "tillbakatagen" };

function StateText({ delegation }: { delegation: DelegationFacts }) {
  const state = delegationState(delegation);
  if (state !== "ready" || delegation.readyAt === null)
    return <span className="hint">{plainStates[state === "ready" ? "held" : state]}</span>;
  return (
    <>
      <b>klar</b> <span className="hint">{momentText(delegation.readyAt)}</span>
      {delegation.note && <q className="typed">{delegation.note}</q>}
    </>
  );
}

function TakeBack({ delegation: { sequence, name, capability } }: { delegation: DelegationFacts }) {
  return (
    <Form method="post">
      <input type="hidden" name="capability" value={capability} />
      <input type="hidden" name="sequence" value={sequence} />
      <button className="ds-button small" data-variant="tertiary" type="submit" name="intent" value="take_back">
        Ta tillbaka<span className="sr-only"> från {name}</span>
      </button>
    </Form>
  );
}

/** Who holds the base capability and how it goes for each. */
function Holders({ held, mayTakeBack }: { held: DelegationFacts[]; mayTakeBack: boolean }) {
  if (held.length === 0) return null;
  return (
    <ul className="holders">
      {held.map((delegation) => (
        <li key={delegation.sequence}>
          <span>
            Fördelad till {delegation.name}: <StateText delegation={delegation} />
          </span>
          {mayTakeBack && <TakeBack delegation={delegation} />}
        </li>
      ))}
    </ul>
  );
}

function DelegateForm({
  group,
  choices,
  colleagues,
  failure,
}: DelegationPartsProps & { choices: { personId: string; name: string }[] }) {
  const field = `person-${group.number}`;
  const earlier = group.delegations.filter(({ takenBackAt }) => takenBackAt !== null);
  return (
    <details className="delegate" open={failure?.errors[field] !== undefined}>
      <summary>
        Fördela<span className="sr-only"> grundförmåga {group.number}</span>
      </summary>
      {choices.length === 0 ? (
        <p>
          Det finns ingen medarbetare att fördela till. <Link to={colleagues}>Lägg till en kollega</Link>
        </p>
      ) : (
        <Form method="post">
          <input type="hidden" name="capability" value={group.number} />
          <SelectField
            name={field}
            label={`Vem svarar på ${group.number} ${group.name}?`}
            options={[
              { value: "", label: "Välj medarbetare" },
              ...choices.map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
            error={failure?.errors[field]}
          />
          <button className="ds-button small" data-variant="secondary" type="submit" name="intent" value="delegate">
            Fördela
          </button>
          <p className="hint">Flera kan svara på samma grundförmåga. Du kan alltid svara själv.</p>
        </Form>
      )}
      {earlier.length > 0 && (
        <p className="hint">
          Tidigare:{" "}
          {earlier
            .map(
              ({ name, delegatedAt, takenBackAt }) =>
                `${name} (${heldText({ delegatedAt, takenBackAt: takenBackAt ?? delegatedAt })})`,
            )
            .join(", ")}
        </p>
      )}
    </details>
  );
}

/** The contributor says that its part is ready, with a note to the coordinator, or that it is not after all. */
function ReadyForm({ group, own, failure }: DelegationPartsProps & { own: DelegationFacts }) {
  const field = `note-${group.number}`;
  const typed = failure?.values[field];
  const rest = group.total - group.ready;
  return (
    <Form method="post" className="ready-form">
      <input type="hidden" name="capability" value={group.number} />
      {own.readyAt === null ? (
        <details open={failure?.errors[field] !== undefined || rest === 0}>
          <summary>
            Markera som klar<span className="sr-only">: grundförmåga {group.number}</span>
          </summary>
          {rest > 0 && (
            <p>{rest === 1 ? "En delförmåga saknar" : `${rest} delförmågor saknar`} något. Skriv gärna varför.</p>
          )}
          <TextareaField
            name={field}
            label="Meddelande till er samordnare (om du vill)"
            rows={2}
            value={typeof typed === "string" ? typed : ""}
            error={failure?.errors[field]}
          />
          <button className="ds-button small" type="submit" name="intent" value="ready">
            {group.number} är klar
          </button>
        </details>
      ) : (
        <button className="ds-button small" data-variant="secondary" type="submit" name="intent" value="not_ready">
          Ångra klarmarkeringen<span className="sr-only">: grundförmåga {group.number}</span>
        </button>
      )}
    </Form>
  );
}

/** Under a base capability's heading: who holds it, and what the reader can do about that. */
export function DelegationParts(props: DelegationPartsProps) {
  const { group, done, failure, choices, own } = props;
  const held = group.delegations.filter(({ takenBackAt }) => takenBackAt === null);
  return (
    <div className="delegation">
      {done && <Notice kind="saved">{done}</Notice>}
      <ErrorPanel errors={failure?.errors} title="Ingenting ändrades" />
      <Holders held={held} mayTakeBack={choices !== null} />
      {choices && <DelegateForm {...props} choices={choices} />}
      {own && <ReadyForm {...props} own={own} />}
    </div>
  );
}
