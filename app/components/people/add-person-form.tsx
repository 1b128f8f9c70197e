import { Form } from "@remix-run/react";
import { roles as allRoles, type Role } from "#domain/access.ts";
import { roleNames } from "#text/access.ts";
import { ErrorPanel } from "../error-panel.tsx";
import { SelectField, TextField } from "../field.tsx";

type AddPersonFormProps = {
  heading?: string;
  roles?: readonly Role[];
  /** The actors to choose among; null where the role is at one that is given. */
  actors: { id: string; name: string }[] | null;
  failure: { values: Record<string, string | string[]>; errors: Record<string, string> } | undefined;
};

/** A person's name, address, role and actor. Whoever adds it hands the link over itself. */
export function AddPersonForm({ heading = "Lägg till person", roles = allRoles, actors, failure }: AddPersonFormProps) {
  const errors = failure?.errors;
  const typed = (name: string, fallback = "") => {
    const value = failure?.values[name];
    return typeof value === "string" ? value : fallback;
  };
  return (
    <section className="narrow add-form" aria-labelledby="lagg-till">
      <h2 id="lagg-till">{heading}</h2>
      <p>Du får en engångslänk att lämna över. Med den väljer personen sitt lösenord.</p>
      <Form method="post" className="stack">
        <ErrorPanel errors={errors} />
        <input type="hidden" name="move" value="add" />
        <TextField name="name" label="Namn" autoComplete="off" value={typed("name")} error={errors?.name} />
        <TextField
          name="email"
          type="email"
          label="E-postadress"
          hint="Finns adressen redan får personen en roll till."
          autoComplete="off"
          value={typed("email")}
          error={errors?.email}
        />
        <SelectField
          name="role"
          label="Roll"
          options={roles.map((role) => ({ value: role, label: roleNames[role] }))}
          value={typed("role", actors ? "coordinator" : "contributor")}
          error={errors?.role}
        />
        {actors && (
          <SelectField
            name="actorId"
            label="Aktör"
            hint="För samordnare, medarbetare och fastställare. De andra rollerna hör inte till någon aktör."
            options={[
              { value: "", label: "Ingen aktör" },
              ...actors.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={typed("actorId")}
            error={errors?.actorId}
          />
        )}
        <div className="buttons">
          <button className="ds-button" type="submit">
            Lägg till
          </button>
        </div>
      </Form>
    </section>
  );
}
