import { type Db, inTransaction } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findGoalDocument, insertGoalLinkChanges, listGoalLinkChanges } from "#db/queries/goal-areas.ts";
import { findSubCapability, listSubCapabilities } from "#domain/definition.ts";
import { readGoalLinks } from "./read-goal-links.ts";

const REASON_LENGTH = 500;

type Input = {
  document: string;
  area: string;
  /** The definition version that the codes belong to. */
  version: string;
  /** All sub-capabilities that are to feed the area. */
  codes: string[];
  reason: string;
  /** The latest change of the document that whoever changes has seen; 0 for none. */
  sequence: number;
};
export type ChangeGoalAreaResult =
  | { ok: true; changed: number }
  | { ok: false; problem: "unknown_area" | "code_unknown" | "reason_missing" | "reason_long" | "changed_meanwhile" };

/** Changes which sub-capabilities feed a goal area, with why; what differs is stored, and nothing where somebody changed it meanwhile. */
export function changeGoalArea(
  db: Db,
  { document, area, version, codes, reason, sequence }: Input,
  { now, personId }: { now: Date; personId: string | null },
): ChangeGoalAreaResult {
  return inTransaction(db, (tx): ChangeGoalAreaResult => {
    const goals = findGoalDocument(tx, document);
    const definition = findDefinition(tx, version);
    if (!goals?.areas.some(({ key }) => key === area) || !definition) return { ok: false, problem: "unknown_area" };
    if (codes.some((code) => !findSubCapability(definition, code))) return { ok: false, problem: "code_unknown" };
    const links = readGoalLinks(tx, goals, definition);
    const before = new Set(links.flatMap((link) => (link.area === area ? [link.code] : [])));
    const differing = listSubCapabilities(definition).filter(({ code }) => before.has(code) !== codes.includes(code));
    if (differing.length === 0) return { ok: true, changed: 0 };
    const ofArea = listGoalLinkChanges(tx, document).filter((change) => change.area === area);
    if ((ofArea.at(-1)?.sequence ?? 0) !== sequence) return { ok: false, problem: "changed_meanwhile" };
    const why = reason.trim();
    if (why === "") return { ok: false, problem: "reason_missing" };
    if (why.length > REASON_LENGTH) return { ok: false, problem: "reason_long" };
    const saved = { savedAt: now.toISOString(), savedBy: personId };
    const key = { document, area, definitionVersion: version };
    insertGoalLinkChanges(
      tx,
      differing.map(({ code }) => ({ ...key, code, isLinked: codes.includes(code), reason: why, ...saved })),
    );
    return { ok: true, changed: differing.length };
  });
}
