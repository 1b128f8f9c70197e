import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { RadioField } from "../choice-field.tsx";
import { ErrorPanel } from "../error-panel.tsx";
import { TextareaField, TextField } from "../field.tsx";
import { ActorFields } from "./actor-fields.tsx";

export type Failure = { values: Record<string, string | string[]>; errors: Record<string, string> } | undefined;
type Actor = { id: string; name: string; shortName: string; category: string; designated: boolean };
type FormProps = { actor: Actor; expected: number; today: string; failure: Failure };

function typedIn(failure: Failure, name: string, fallback = ""): string {
  const value = failure?.values[name];
  return typeof value === "string" ? value : fallback;
}

/** Why, in the words that the history keeps. */
export function Reason({ label, failure }: { label: string; failure: Failure }) {
  const value = typedIn(failure, "reason");
  return <TextareaField name="reason" label={label} rows={2} value={value} error={failure?.errors.reason} />;
}

/** What becomes of the roles of the people of an actor that leaves. */
export function PeopleChoice({ options, failure }: { options: [string, string][]; failure: Failure }) {
  return (
    <RadioField
      name="people"
      legend="Personernas roller hos aktören"
      options={options.map(([value, label]) => ({ value, label }))}
      value={typedIn(failure, "people", options[0]?.[0])}
      error={failure?.errors.people}
    />
  );
}

type ShellProps = FormProps & { move: string; heading: string; button: string; lead: ReactNode; children: ReactNode };

function Shell({ actor, expected, move, heading, button, lead, failure, children }: ShellProps) {
  return (
    <section className="round-move">
      <h2>{heading}</h2>
      <p>{lead}</p>
      <Form method="post" className="stack">
        <ErrorPanel errors={failure?.errors} />
        <input type="hidden" name="move" value={move} />
        <input type="hidden" name="expected" value={expected} />
        {children}
        <div className="buttons">
          <button className="ds-button" type="submit">
            {button}
          </button>
          <Link to={`/aktorer/${actor.id}`}>Avbryt</Link>
        </div>
      </Form>
    </section>
  );
}

/** Name, short name, category and designation from now on. */
export function EditForm({ categories, ...props }: FormProps & { categories: string[] }) {
  const lead = "Gäller från och med nu. Omgångar som redan är öppnade behåller aktören som den var.";
  return (
    <Shell {...props} move="edit" heading="Ändra uppgifter" button="Spara" lead={lead}>
      <ActorFields values={props.actor} categories={categories} failure={props.failure} />
      <Reason label="Varför? (frivilligt)" failure={props.failure} />
    </Shell>
  );
}

/** That the actor leaves, from which day, why, and what becomes of its people. */
export function LeaveForm({ memberships, ...props }: FormProps & { memberships: number }) {
  const lead =
    "En omgång som är öppen behåller aktören med dess svar. Omgångar som öppnas från och med dagen tar inte med den. Det som varit står kvar.";
  const roles = memberships === 1 ? "1 roll" : `${memberships} roller`;
  const options: [string, string][] = [
    ["end", `Avsluta dem samma dag (${roles}). Ingen hos aktören kan då svara i en omgång som pågår.`],
    ["keep", "Låt dem vara kvar, till exempel för att svara klart"],
  ];
  return (
    <Shell {...props} move="leave" heading="Lämnar samverkan" button="Anteckna att den lämnar" lead={lead}>
      <Day label="Från och med" {...props} />
      <Reason label="Varför?" failure={props.failure} />
      <PeopleChoice options={options} failure={props.failure} />
    </Shell>
  );
}

/** That an actor that left is a member again. */
export function RejoinForm(props: FormProps & { from: string }) {
  const lead = "Välj samma dag som den skulle lämna för att ta tillbaka det. Personernas roller får du ge på nytt.";
  return (
    <Shell {...props} move="rejoin" heading="Är med igen" button="Anteckna att den är med" lead={lead}>
      <Day label="Från och med" {...props} today={props.from} />
      <Reason label="Varför? (frivilligt)" failure={props.failure} />
    </Shell>
  );
}

/** Takes the actor into the round that is open. */
export function AddToRoundForm({ year, ...props }: FormProps & { year: number }) {
  const lead = `Omgången ${year} öppnade innan aktören var med. Den tas med som den är nu och räknas från och med nu i regionens siffror: svaren saknas tills den lämnar in.`;
  return (
    <Shell {...props} move="add" heading={`Ta med i omgången ${year}`} button={`Ta med i omgången ${year}`} lead={lead}>
      <input type="hidden" name="year" value={year} />
      <Reason label="Varför?" failure={props.failure} />
    </Shell>
  );
}

function Day({ label, today, failure }: { label: string; today: string; failure: Failure }) {
  const value = typedIn(failure, "day", today);
  return <TextField name="day" type="date" short label={label} value={value} error={failure?.errors.day} />;
}
