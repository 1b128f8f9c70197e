import type { ReactNode } from "react";

type ProgressProps = { done: number; total: number; children?: ReactNode };

/** How many of the parts are ready, as text and as a bar. `children` follows the count: "· 9 dagar kvar". */
export function Progress({ done, total, children }: ProgressProps) {
  return (
    <div className="progress">
      <p className="prog">
        <b>
          {done} av {total}
        </b>{" "}
        klara {children}
      </p>
      <progress className="meter" value={done} max={Math.max(total, 1)} aria-hidden="true" />
    </div>
  );
}
