import { accessTo, type Role, type RouteId } from "#domain/access.ts";
import { roleNames } from "#text/access.ts";
import type { NavItem } from "./shell.tsx";

type Viewer = { role: Role; actorId: string | null };

function resultOf({ role, actorId }: Viewer, year: number): NavItem {
  if (role === "council") return { to: `/resultat/${year}/regionen`, label: "Resultat" };
  const to = actorId === null ? `/resultat/${year}` : `/resultat/${year}/aktor/${actorId}`;
  return { to, label: "Resultat" };
}

const sectionOf = (path: string) => path.split("/")[1] ?? "";

/** Whether a page belongs under an item: every year's pages do, and what is reached from them. */
export function isCurrent({ to, also = [] }: NavItem, path: string): boolean {
  return [sectionOf(to), ...also].includes(sectionOf(path));
}

/** The header's links: only pages that the role may open. `year` is the round to speak of, null before the first. */
export function navigationFor(viewer: Viewer, year: number | null): NavItem[] {
  const may = (routeId: RouteId) => accessTo(routeId, viewer.role, "read") === "allowed";
  const items: NavItem[] = [{ to: "/", label: "Översikt" }];
  if (year !== null) {
    if (viewer.actorId !== null)
      items.push({ to: `/skattning/${year}/${viewer.actorId}`, label: "Skattning", also: ["formular"] });
    items.push(resultOf(viewer, year), { to: `/lagstanivaer/${year}`, label: "Lägstanivåer" });
  }
  if (may("routes/plan/plans")) items.push({ to: "/verksamhetsplan", label: "Verksamhetsplan" });
  if (may("routes/occurrences/occurrences")) items.push({ to: "/handelser", label: "Händelser" });
  if (viewer.actorId !== null && may("routes/people/colleagues"))
    items.push({ to: `/kollegor/${viewer.actorId}`, label: "Kollegor" });
  if (may("routes/admin/rounds")) items.push({ to: "/omgangar", label: "Omgångar", also: ["skattning"] });
  if (may("routes/admin/people")) items.push({ to: "/personer", label: "Personer", also: ["kollegor"] });
  if (may("routes/admin/actors")) items.push({ to: "/aktorer", label: "Aktörer" });
  if (may("routes/admin/outbox")) items.push({ to: "/utkorg", label: "Utkorg" });
  if (may("routes/admin/definitions")) items.push({ to: "/definitioner", label: "Definitioner", also: ["formular"] });
  return items;
}

/** Who one is signed in as: `Samordnare, Haninge kommun`. */
export function titleOf({ role, actorName }: { role: Role; actorName: string | null }): string {
  return actorName === null ? roleNames[role] : `${roleNames[role]}, ${actorName}`;
}

/** The person's other memberships, as they stand in the switch. */
export function otherRoles<M extends { membershipId: string; role: Role; actorName: string | null }>(
  memberships: M[],
  current: { membershipId: string },
): { membershipId: string; title: string }[] {
  return memberships
    .filter(({ membershipId }) => membershipId !== current.membershipId)
    .map((each) => ({ membershipId: each.membershipId, title: titleOf(each) }));
}
