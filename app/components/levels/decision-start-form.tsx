import { Form } from "@remix-run/react";
import type { LevelAnchor } from "#domain/definition.ts";
import type { Group } from "#domain/target.ts";
import { groupHeading } from "#text/levels.ts";

type DecisionStartFormProps = {
  form: { year: number; group: Group; groups: Group[]; lastYear: number | null; choices: LevelAnchor[] };
  start: string;
};

/** Which group a decision is for, and what its form is filled in with. A GET: nothing is stored. */
export function DecisionStartForm({ form, start }: DecisionStartFormProps) {
  const { year, group, groups, lastYear, choices } = form;
  return (
    <Form method="get" action={`/lagstanivaer/${year}/beslut`} className="filters">
      <label>
        Nivåer för
        <select className="ds-input" name="grupp" defaultValue={group}>
          {groups.map((one) => (
            <option key={one} value={one}>
              {groupHeading(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Fyll i från början
        <select className="ds-input" name="utga" defaultValue={start}>
          <option value="gallande">Det som gäller nu</option>
          {lastYear !== null && <option value="forra">Nivåerna {lastYear}</option>}
          {choices.map(({ level, name }) => (
            <option key={level} value={level}>
              Lägstanivå {level} överallt ({name.toLowerCase()})
            </option>
          ))}
        </select>
      </label>
      <button className="ds-button" data-variant="secondary" type="submit">
        Visa
      </button>
    </Form>
  );
}
