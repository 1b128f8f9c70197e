import type { Db } from "#db/client.server.ts";
import type { Role } from "#db/queries/people.ts";
import { memberOf, shownActor } from "./people.ts";

export type DemoLink = { name: string; role: Role; actorId: string | null; url: string };

const shown: { role: Role; actorId: string | null; state?: string }[] = [
  { role: "office", actorId: null },
  { role: "chief_group", actorId: null },
  { role: "council", actorId: null },
  { role: "coordinator", actorId: shownActor, state: "har kommit halvvägs" },
  { role: "contributor", actorId: shownActor },
  { role: "approver", actorId: shownActor },
  { role: "coordinator", actorId: "nacka-kommun", state: "har lämnat in" },
  { role: "approver", actorId: "nacka-kommun", state: "har en skattning att fastställa" },
  { role: "coordinator", actorId: "sundbybergs-stad", state: "har fått den tillbaka med kommentarer" },
  { role: "coordinator", actorId: "salems-kommun", state: "har inte börjat" },
];

/** A link per role that signs in as it; for the coordinator also one at each stage of the survey. */
export function demoLinks(db: Db, now: Date, origin: string): DemoLink[] {
  return shown.map(({ role, actorId, state }) => {
    const { name, membershipId } = memberOf(db, now, role, actorId);
    return { name: state ? `${name} (${state})` : name, role, actorId, url: `${origin}/demo/${membershipId}` };
  });
}

/** The links as lines, addresses under each other. */
export function linkLines(links: DemoLink[]): string[] {
  const width = Math.max(...links.map(({ name }) => name.length));
  return links.map(({ name, url }) => `  ${name.padEnd(width)}  ${url}`);
}
