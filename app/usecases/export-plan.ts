import type { Db } from "#db/client.server.ts";
import { planCsv } from "#exports/plan-csv.ts";
import { planDocx } from "#exports/plan-docx.ts";
import { type PlanFile, planJson, planJsonSchema } from "#exports/plan-schema.ts";
import { planXlsx } from "#exports/plan-xlsx.ts";
import { isPlanner, type PlanReader, type ShownActivity } from "./show-activities.ts";
import { type PlanView, viewPlan } from "./view-plan.ts";

type Words = { title: string; secrecy: string; madeBy: string };
type Asked = { year: number; version?: number | undefined; files: readonly PlanFileName[] };

const makers = {
  "plan.docx": planDocx,
  "plan.xlsx": planXlsx,
  "plan.csv": planCsv,
  "plan.json": planJson,
  "plan.schema.json": planJsonSchema,
} satisfies Record<string, (file: PlanFile) => string | Promise<Buffer>>;

export type PlanFileName = keyof typeof makers;

export function isPlanFileName(name: string): name is PlanFileName {
  return Object.hasOwn(makers, name);
}

/**
 * Files of the plan as its reader may know it, from one consistent read: with names and notes for those who plan, without for
 * others. undefined for a plan or version that is not there for the reader.
 */
export async function exportPlan(
  db: Db,
  { files, ...asked }: Asked,
  { reader, now, ...words }: Words & { reader: PlanReader; now: Date },
): Promise<{ name: string; content: string | Buffer }[] | undefined> {
  const view = viewPlan(db, asked, { reader, now });
  if (!view) return undefined;
  const plan = planFile(view, { reader, now, ...words });
  return Promise.all(
    files.map(async (file) => ({ name: nameOf(file, plan.about), content: await makers[file](plan) })),
  );
}

/** In a file's name: what is not the whole plan says so. */
const audienceParts: Record<PlanFile["about"]["audience"], string> = {
  planners: "",
  council: "-radet",
  actor: "-aktor",
};

/** What the file is called where it is saved; the JSON names its schema so. */
function nameOf(file: PlanFileName, about: Pick<PlanFile["about"], "year" | "version" | "audience">): string {
  const { year, version, audience } = about;
  return file.replace("plan", `verksamhetsplan${audienceParts[audience]}-${year}-version-${version}`);
}

function planFile(view: PlanView, { reader, now, ...words }: Words & { reader: PlanReader; now: Date }): PlanFile {
  const { year, version, state, basisYear, goals, adoption, presentation, areas } = view;
  const planner = isPlanner(reader);
  const audience = planner ? "planners" : reader.actorId === null ? "council" : "actor";
  return {
    $schema: nameOf("plan.schema.json", { year, version, audience }),
    about: {
      ...words,
      ...{ year, version, state, basisYear, goals: goals.title, audience },
      adopted: adoption && {
        on: adoption.adoptedOn,
        meeting: adoption.meeting,
        reference: adoption.reference,
        registryNumber: adoption.registryNumber,
      },
      presentedOn: presentation?.presentedOn ?? null,
      madeAt: now.toISOString(),
    },
    goalAreas: areas.map(({ key, name, goal }) => ({ key, name, goal })),
    activities: areas.flatMap((area) => area.activities.map((activity) => activityOf(activity, planner))),
  };
}

function activityOf(activity: ShownActivity, planner: boolean): PlanFile["activities"][number] {
  const { number, goalArea, what, holder, when, costFrame, subs, actors, checkHow, checkDays, state, overdue } =
    activity;
  return {
    ...{ number, goalArea, what, holder, when, costFrame, checkHow, checkDays, state },
    subCapabilities: subs,
    actors: actors.shown === "names" ? actors.actors.map(({ id, name }) => ({ id, name })) : null,
    actorCount: actors.shown === "names" ? actors.actors.length : actors.shown === "count" ? actors.count : null,
    overdueChecks: overdue.checks,
    isLate: overdue.isLate,
    notes: planner
      ? activity.notes.map(({ savedAt, state: noted, checkDay, text }) => ({ savedAt, state: noted, checkDay, text }))
      : null,
  };
}
