import { Form } from "@remix-run/react";
import { ErrorPanel } from "../error-panel.tsx";
import { SelectField, TextField } from "../field.tsx";

type TransferFormProps = {
  coordinators: { membershipId: string; name: string }[];
  colleagues: { personId: string; name: string; email: string }[];
  /** The reader's own membership, chosen beforehand where it is one of the coordinators'. */
  own: string;
  failure: { values: Record<string, string | string[]>; errors: Record<string, string> } | undefined;
};

/** Who leaves, and who takes over: a colleague or somebody new. */
export function TransferForm({ coordinators, colleagues, own, failure }: TransferFormProps) {
  const errors = failure?.errors;
  const typed = (name: string, fallback = "") => {
    const value = failure?.values[name];
    return typeof value === "string" ? value : fallback;
  };
  return (
    <Form method="post" className="stack">
      <ErrorPanel errors={errors} />
      <SelectField
        name="membershipId"
        label="Vem slutar som samordnare?"
        options={coordinators.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
        value={typed("membershipId", own)}
        error={errors?.membershipId}
      />
      <SelectField
        name="successor"
        label="Vem tar över?"
        options={[
          { value: "", label: "Någon ny, som skrivs nedan" },
          ...colleagues.map(({ personId, name, email }) => ({ value: personId, label: `${name}, ${email}` })),
        ]}
        value={typed("successor")}
        error={errors?.successor}
      />
      <TextField
        name="name"
        label="Namn"
        hint="Bara om det är någon ny."
        autoComplete="off"
        value={typed("name")}
        error={errors?.name}
      />
      <TextField
        name="email"
        type="email"
        label="E-postadress"
        hint="Bara om det är någon ny."
        autoComplete="off"
        value={typed("email")}
        error={errors?.email}
      />
      <p className="hint">
        Lämnar du över din egen roll har du den kvar dagen ut, så att du hinner ge efterträdaren sin länk. Annars upphör
        rollen genast. Namnen i svarens historik står kvar.
      </p>
      <div className="buttons">
        <button className="ds-button" type="submit">
          Lämna över
        </button>
      </div>
    </Form>
  );
}
