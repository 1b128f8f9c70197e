import type { CellChange } from "#domain/cell-change.ts";
import { changePieces } from "#text/changes.ts";

/** What has changed since the earlier year: the level first, the rest under it. */
export function ChangeText({ change }: { change: CellChange | null }) {
  if (!change) return <>–</>;
  const [first, ...rest] = changePieces(change);
  return (
    <>
      {first}
      {rest.map((piece) => (
        <small key={piece} className="change-piece">
          {piece}
        </small>
      ))}
    </>
  );
}
