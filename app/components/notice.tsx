import type { ReactNode } from "react";

type NoticeProps = { kind: "saved" | "info" | "warning" | "failed"; children: ReactNode };

/** The visible answer to a change of state: saved 14:03, not saved and why, changed by somebody else. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={kind === "failed" ? "alert" : "status"}>
      {children}
    </div>
  );
}
