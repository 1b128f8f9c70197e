import { Link } from "@remix-run/react";

/** A recorded event or exercise that the reader may see. */
export type Linked = { id: number; name: string };

/** The ways to the records that evidence was taken from; nothing where there are none. */
export function OccurrenceLinks({ evidence, linked }: { evidence: { occurrence?: number }[]; linked: Linked[] }) {
  const shown = linked.filter(({ id }) => evidence.some(({ occurrence }) => occurrence === id));
  if (shown.length === 0) return null;
  return (
    <p className="hint">
      Registrerat:{" "}
      {shown.map(({ id, name }, position) => (
        <span key={id}>
          {position > 0 && ", "}
          <Link to={`/handelser/${id}`}>{name}</Link>
        </span>
      ))}
    </p>
  );
}
