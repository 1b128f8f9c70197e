// Who may open which page, per role (docs/the-year.md). A route without a row here fails test/routes/access.test.ts.
// Which actor's things a role may open is the object rule below (method § 7). What it may do there, assessment.ts says: the office
// fills in only on the actor's behalf.

export const roles = ["coordinator", "contributor", "approver", "office", "chief_group", "council"] as const;
export type Role = (typeof roles)[number];

type Who = "anyone" | readonly Role[];
type Permission = { read: Who; write: Who };

const everyRole = roles;
export const actorRoles = ["coordinator", "contributor", "approver"] as const;
const office = ["office"] as const;
const officeAndChiefGroup = ["office", "chief_group"] as const;
/** Those who read a plan, or what it says that their own actor takes part in. */
const planReaders = ["coordinator", "office", "chief_group", "council"] as const;
const nobody: readonly Role[] = [];

const readAndWrite = (who: Who): Permission => ({ read: who, write: who });
const readOnly = (who: Who): Permission => ({ read: who, write: nobody });

/** Route file → who may load it (read) and who may act in it (write). */
export const routeAccess = {
  "routes/start": readOnly(everyRole),
  "routes/unknown-page": readOnly("anyone"),
  "routes/account/sign-in": readAndWrite("anyone"),
  "routes/account/sign-out": readAndWrite("anyone"),
  "routes/account/one-time-link": readAndWrite("anyone"),
  "routes/account/demo-sign-in": readOnly("anyone"),
  "routes/account/my-settings": readAndWrite(everyRole),
  "routes/admin/outbox": readOnly(office),
  "routes/admin/outbox-mail": readAndWrite(office),
  "routes/account/switch-role": readAndWrite(everyRole),
  "routes/people/colleagues": readAndWrite(["coordinator", "office"]),
  "routes/people/transfer": readAndWrite(["coordinator", "office"]),
  "routes/admin/people": readAndWrite(office),
  "routes/admin/actors": readOnly(office),
  "routes/admin/actor": readAndWrite(office),
  "routes/admin/actor-new": readAndWrite(office),
  "routes/admin/actor-merge": readAndWrite(office),
  "routes/admin/follow-actor": readAndWrite(office),
  "routes/admin/rounds": readAndWrite(office),
  "routes/admin/round": readAndWrite(office),
  "routes/admin/round-actor": readAndWrite(office),
  "routes/admin/definitions": readOnly(office),
  "routes/admin/definition": readOnly(everyRole),
  "routes/levels/levels": readOnly(everyRole),
  "routes/levels/proposal": { read: officeAndChiefGroup, write: office },
  "routes/levels/meeting": readAndWrite(officeAndChiefGroup),
  "routes/levels/proposal-docx": readOnly(officeAndChiefGroup),
  "routes/levels/decide": readAndWrite(officeAndChiefGroup),
  "routes/levels/decision-docx": readOnly(everyRole),
  "routes/levels/difference": readOnly(everyRole),
  "routes/levels/levels-csv": readOnly(everyRole),
  "routes/levels/goals": readAndWrite(officeAndChiefGroup),
  "routes/surveys/task-list": { read: [...actorRoles, "office"], write: ["coordinator", "contributor"] },
  "routes/surveys/more-time": { read: [...actorRoles, "office"], write: ["coordinator"] },
  "routes/surveys/submit": { read: [...actorRoles, "office"], write: ["coordinator", "office"] },
  "routes/surveys/approve": { read: [...actorRoles, "office"], write: ["approver", "coordinator", "office"] },
  "routes/surveys/answer": { read: [...actorRoles, "office"], write: ["coordinator", "contributor", "office"] },
  "routes/surveys/autosave": { read: [...actorRoles, "office"], write: ["coordinator", "contributor", "office"] },
  "routes/surveys/earlier": readOnly([...actorRoles, "office"]),
  "routes/surveys/history": { read: [...actorRoles, "office"], write: ["coordinator", "contributor", "office"] },
  "routes/surveys/common-functions": readAndWrite(office),
  "routes/surveys/measures": { read: [...actorRoles, "office"], write: ["coordinator", "contributor", "office"] },
  "routes/surveys/workbook": { read: [...actorRoles, "office"], write: ["coordinator", "contributor", "office"] },
  "routes/surveys/workbook-file": readOnly([...actorRoles, "office"]),
  "routes/surveys/questionnaire": readOnly(everyRole),
  "routes/occurrences/occurrences": readOnly([...actorRoles, "office", "chief_group"]),
  "routes/occurrences/occurrence-new": readAndWrite(["coordinator", "contributor", "office"]),
  "routes/occurrences/occurrence": {
    read: [...actorRoles, "office", "chief_group"],
    write: ["coordinator", "contributor", "office"],
  },
  "routes/results/heatmap": readOnly(officeAndChiefGroup),
  "routes/results/categories": readOnly(officeAndChiefGroup),
  "routes/results/years": readOnly(officeAndChiefGroup),
  "routes/results/actor": readOnly([...actorRoles, "office", "chief_group"]),
  "routes/results/report": readOnly([...actorRoles, "office", "chief_group"]),
  "routes/results/report-docx": readOnly([...actorRoles, "office", "chief_group"]),
  "routes/results/cell": readOnly([...actorRoles, "office", "chief_group"]),
  "routes/results/overview": readOnly(["office", "chief_group", "council"]),
  "routes/results/trends": readOnly(["office", "chief_group", "council"]),
  "routes/results/loop": readOnly(["office", "chief_group", "council"]),
  "routes/results/region": readOnly(["office", "chief_group", "council"]),
  "routes/results/patterns": readOnly(officeAndChiefGroup),
  "routes/results/sub-capability": readOnly(officeAndChiefGroup),
  "routes/results/planning-basis": readOnly(["office", "chief_group", "council"]),
  "routes/results/planning-basis-file": readOnly(officeAndChiefGroup),
  "routes/results/council-basis-file": readOnly(["office", "chief_group", "council"]),
  "routes/results/cells-csv": readOnly(officeAndChiefGroup),
  "routes/results/regional-csv": readOnly(officeAndChiefGroup),
  "routes/plan/plans": readOnly(planReaders),
  "routes/plan/goal-areas": readOnly(planReaders),
  "routes/plan/goal-area": { read: planReaders, write: office },
  "routes/plan/plan": { read: planReaders, write: office },
  "routes/plan/proposals": { read: officeAndChiefGroup, write: office },
  "routes/plan/activity-new": readAndWrite(office),
  "routes/plan/activity": { read: planReaders, write: office },
  "routes/plan/activity-edit": readAndWrite(office),
  "routes/plan/follow-up": readOnly(officeAndChiefGroup),
  "routes/plan/adopt": readAndWrite(officeAndChiefGroup),
  "routes/plan/present": readAndWrite(office),
  "routes/plan/difference": readOnly(planReaders),
  "routes/plan/plan-file": readOnly(planReaders),
} satisfies Record<string, Permission>;

export type RouteId = keyof typeof routeAccess;

/** Whether the role acts for one actor, which its membership then names. */
export function isActorRole(role: Role): boolean {
  return actorRoles.some((one) => one === role);
}

/** What happens when `role` (null: not signed in) opens or acts in a route. */
export function accessTo(
  routeId: RouteId,
  role: Role | null,
  verb: "read" | "write",
): "allowed" | "sign_in" | "forbidden" {
  const who: Who = routeAccess[routeId][verb];
  if (who === "anyone") return "allowed";
  if (role === null) return "sign_in";
  return who.includes(role) ? "allowed" : "forbidden";
}

/** Whether someone with this role at this actor may know that `actorId`'s things exist; if not, the answer is 404. */
export function maySeeActor(viewer: { role: Role; actorId: string | null }, actorId: string): boolean {
  return viewer.role === "office" || viewer.role === "chief_group" || viewer.actorId === actorId;
}
