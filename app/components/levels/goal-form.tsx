import { Form } from "@remix-run/react";
import type { LevelAnchor } from "#domain/definition.ts";
import { ErrorPanel } from "../error-panel.tsx";
import { SelectField, TextField } from "../field.tsx";
import type { GoalRow } from "./goal-table.tsx";

type GoalFormProps = {
  year: number;
  row: GoalRow;
  choices: LevelAnchor[];
  failure: { values: Record<string, string | string[]>; errors: Record<string, string> } | null;
};

/** Sets a goal, or takes it away with level and year left empty. */
export function GoalForm({ year, row: { code, goal }, choices, failure }: GoalFormProps) {
  const errors = failure?.errors ?? {};
  const typed = (name: string, fallback: string) => {
    const value = failure?.values[name];
    return (Array.isArray(value) ? value[0] : value) ?? fallback;
  };
  return (
    <section className="goal-form">
      <h2>{goal ? "Ändra målet" : "Sätt ett mål"}</h2>
      <Form method="post" action={`/lagstanivaer/${year}/mal?del=${code}`} className="stack" noValidate>
        <ErrorPanel errors={errors} title="Målet är inte sparat" />
        <input type="hidden" name="code" value={code} />
        <div className="row aligned">
          <SelectField
            name="level"
            label="Nivå"
            value={typed("level", String(goal?.level ?? ""))}
            options={[
              { value: "", label: "Inget mål" },
              ...choices.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` })),
            ]}
            error={errors.level}
          />
          <TextField
            name="goalYear"
            type="number"
            label="Till år"
            value={typed("goalYear", String(goal?.goalYear ?? ""))}
            error={errors.goalYear}
          />
          <TextField
            name="reference"
            label="Hänvisning"
            hint="Var målet står, till exempel ”Målbild 2027–2030, § 5”."
            value={typed("reference", "")}
            error={errors.reference}
          />
        </div>
        <div className="buttons">
          <button className="ds-button" type="submit">
            Spara målet
          </button>
        </div>
      </Form>
    </section>
  );
}
