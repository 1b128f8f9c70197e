import { Link } from "@remix-run/react";
import type { MailKind, MailState } from "#domain/mail.ts";
import { momentText } from "#text/dates.ts";
import { mailKindNames, mailStateNames } from "#text/mail.ts";
import { DataTable } from "../data-table.tsx";

type Row = {
  id: string;
  kind: MailKind;
  state: MailState;
  name: string;
  email: string;
  subject: string;
  createdAt: string;
  doneAt: string | null;
  reason: string | null;
};

const empty: Record<string, string> = {
  vantar: "Inget väntar på att skickas.",
  misslyckade: "Inget har misslyckats.",
  oklara: "Inget är oklart.",
  skickade: "Inget är skickat än.",
  inaktuella: "Inget har blivit inaktuellt.",
};

/** Messages, each leading to its text; newest first. */
export function OutboxTable({ rows, chosen }: { rows: Row[]; chosen: string }) {
  return (
    <div className="rows-stack">
      <DataTable
        caption={<span className="sr-only">Brev, de nyaste först</span>}
        rows={rows}
        rowKey={({ id }) => id}
        empty={empty[chosen]}
        columns={[
          {
            key: "subject",
            head: "Brev",
            cell: ({ id, kind, subject }) => (
              <>
                <Link to={`/utkorg/${id}`}>{subject}</Link>
                <small className="under">{mailKindNames[kind]}</small>
              </>
            ),
          },
          {
            key: "to",
            head: "Till",
            cell: ({ name, email }) => (
              <>
                {name}
                <small className="under">{email}</small>
              </>
            ),
          },
          {
            key: "state",
            head: "Läge",
            cell: ({ state, reason, doneAt, createdAt }) => (
              <>
                {mailStateNames[state]}
                <small className="under">
                  {doneAt ? momentText(doneAt) : `sedan ${momentText(createdAt)}`}
                  {reason && ` · ${reason}`}
                </small>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
