import { Form, Link } from "@remix-run/react";
import type { Role } from "#domain/access.ts";
import { roleNames } from "#text/access.ts";
import { DataTable } from "../data-table.tsx";
import { ErrorPanel } from "../error-panel.tsx";
import { CheckboxField } from "../field.tsx";

type Membership = {
  personId: string;
  membershipId: string;
  name: string;
  email: string;
  role: Role;
  actorId: string | null;
  actorName: string | null;
  hasPassword: boolean;
};
type Failure = { values: Record<string, string | string[]>; errors: Record<string, string> } | undefined;

function Change({ membership, failure }: { membership: Membership; failure: Failure }) {
  const { personId, membershipId, name, role } = membership;
  const field = `understood-${membershipId}`;
  const error = failure?.errors[field];
  return (
    <details className="row-change" open={error !== undefined}>
      <summary>
        Ändra<span className="sr-only"> {name}</span>
      </summary>
      <Form method="post">
        <input type="hidden" name="move" value="link" />
        <input type="hidden" name="personId" value={personId} />
        <button className="ds-button small" data-variant="secondary" type="submit">
          Ny engångslänk
        </button>
        <p className="hint">För den som inte har loggat in än eller har glömt lösenordet.</p>
      </Form>
      <Form method="post">
        <input type="hidden" name="move" value="end" />
        <input type="hidden" name="membershipId" value={membershipId} />
        <CheckboxField
          name={field}
          label={`Jag förstår att ${name} förlorar rollen ${roleNames[role].toLowerCase()} nu.`}
          error={error}
        />
        <button className="ds-button small" data-variant="secondary" type="submit">
          Avsluta rollen
        </button>
      </Form>
    </details>
  );
}

type MembershipTableProps = { memberships: Membership[]; failure: Failure; isEveryones?: boolean };

/** People with a role, by name, and what can be done with each. `isEveryones`: of all actors, each with the way to its own. */
export function MembershipTable({ memberships, failure, isEveryones = false }: MembershipTableProps) {
  const isMine = failure !== undefined && failure.values.move !== "add";
  return (
    <div className="rows-stack">
      {isMine && <ErrorPanel errors={failure.errors} title="Det gick inte" />}
      <DataTable
        caption={<span className="sr-only">Personer med roll, efter namn</span>}
        rows={memberships}
        rowKey={({ membershipId }) => membershipId}
        columns={[
          {
            key: "name",
            head: "Namn",
            cell: ({ name, email }) => (
              <>
                {name}
                <small className="under">{email}</small>
              </>
            ),
          },
          {
            key: "role",
            head: "Roll",
            cell: ({ role, actorId, actorName }) => (
              <>
                {roleNames[role]}
                {actorName && isEveryones && (
                  <small className="under">
                    <Link to={`/kollegor/${actorId}`}>{actorName}</Link>
                  </small>
                )}
              </>
            ),
          },
          {
            key: "state",
            head: "Inloggning",
            cell: ({ hasPassword }) => (hasPassword ? "Har valt lösenord" : "Har inte valt lösenord"),
          },
          {
            key: "change",
            head: <span className="sr-only">Ändra</span>,
            cell: (membership) => <Change membership={membership} failure={isMine ? failure : undefined} />,
          },
        ]}
      />
    </div>
  );
}
