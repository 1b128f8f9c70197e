import { Link } from "@remix-run/react";
import type { Group } from "#domain/target.ts";
import { groupHeading } from "#text/levels.ts";

type ProposalEndProps = {
  view: { year: number; groups: Group[]; capabilities: { subs: { code: string; name: string }[] }[] };
};

/** Under the table: save, go on to the decision, and begin a row for a group of its own. */
export function ProposalEnd({ view: { year, groups, capabilities } }: ProposalEndProps) {
  return (
    <>
      <div className="buttons proposal-end">
        <button className="ds-button" type="submit" name="intent" value="save">
          Spara förslaget
        </button>
        <Link to={`/lagstanivaer/${year}/beslut`}>Till beslutet</Link>
      </div>
      <fieldset className="filters add-row">
        <legend>Egna nivåer för en grupp</legend>
        <label>
          Delförmåga
          <select className="ds-input" name="addCode">
            {capabilities.flatMap(({ subs }) =>
              subs.map(({ code, name }) => (
                <option key={code} value={code}>
                  {code} {name}
                </option>
              )),
            )}
          </select>
        </label>
        <label>
          Grupp
          <select className="ds-input" name="addGroup">
            {groups
              .filter((group) => group !== "all")
              .map((group) => (
                <option key={group} value={group}>
                  {groupHeading(group)}
                </option>
              ))}
          </select>
        </label>
        <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="add">
          Lägg till raden och spara
        </button>
      </fieldset>
    </>
  );
}
