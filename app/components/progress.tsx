import type { ReactNode } from "react";

type ProgressProps = { done: number; total: number; children?: ReactNode };

/**
 * How many of the parts are ready, as text and as a bar; no bar where all are, since a full one reads as a part of the page's width.
 * `children` follows the count: "· 9 dagar kvar".
 */
export function Progress({ done, total, children }: ProgressProps) {
  return (
    <div className="progress">
      <p className="prog">
        <b>
          {done} av {total}
        </b>{" "}
        klara {children}
      </p>
      {done < total && <progress className="meter" value={done} max={total} aria-hidden="true" />}
    </div>
  );
}
