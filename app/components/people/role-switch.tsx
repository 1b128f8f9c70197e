import { Form } from "@remix-run/react";

type Roles = { membershipId: string; title: string }[];

/** A button per role to go on as. `wayBack`: the page to open then, by default the start page. */
export function RoleButtons({ roles, wayBack = "/" }: { roles: Roles; wayBack?: string }) {
  return (
    <Form method="post" action="/byt-roll" className="role-buttons">
      <input type="hidden" name="till" value={wayBack} />
      {roles.map(({ membershipId, title }) => (
        <button
          key={membershipId}
          className="ds-button small"
          type="submit"
          name="membership"
          value={membershipId}
          data-variant="secondary"
        >
          {title}
        </button>
      ))}
    </Form>
  );
}

/** The header's switch. It opens without script, and closes when the role has changed. */
export function RoleSwitch({ roles }: { roles: Roles }) {
  return (
    <details className="role-switch" key={roles.map(({ membershipId }) => membershipId).join()}>
      <summary>Byt roll</summary>
      <RoleButtons roles={roles} />
    </details>
  );
}
