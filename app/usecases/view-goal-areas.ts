import type { Db } from "#db/client.server.ts";
import { findDefinition, listDefinitions } from "#db/queries/definitions.ts";
import { listGoalDocuments, listGoalLinkChanges, type StoredLinkChange } from "#db/queries/goal-areas.ts";
import { listPlans } from "#db/queries/plans.ts";
import { listRounds } from "#db/queries/rounds.ts";
import { type Definition, listSubCapabilities } from "#domain/definition.ts";
import { documentFor, type GoalArea, type GoalDocument, type GoalLink } from "#domain/goal-area.ts";
import { readGoalLinks } from "./read-goal-links.ts";

type Feeder = { code: string; name: string; reason: string; isChanged: boolean };
export type GoalAreaView = Pick<GoalArea, "key" | "name" | "goal" | "text"> & { fedBy: Feeder[] };
export type GoalAreasView = {
  document: Pick<GoalDocument, "id" | "title" | "source">;
  version: string;
  areas: GoalAreaView[];
};
export type OneGoalArea = {
  document: Pick<GoalDocument, "id" | "title">;
  version: string;
  area: GoalAreaView;
  capabilities: { number: number; name: string; subs: { code: string; name: string }[] }[];
  /** What the office has changed, newest first. */
  changes: StoredLinkChange[];
  /** Of the latest change; 0 for none. */
  sequence: number;
};

type Ground = { document: GoalDocument; definition: Definition; links: GoalLink[] };

/** The goal areas that plan work goes by now, with what feeds each; undefined before any are loaded. */
export function viewGoalAreas(db: Db): GoalAreasView | undefined {
  const ground = goalGround(db);
  if (!ground) return undefined;
  const { document, definition } = ground;
  const { id, title, source } = document;
  return {
    document: { id, title, source },
    version: definition.version,
    areas: document.areas.map((area) => areaView(ground, area)),
  };
}

/** One of them, with all that could feed it and the history of what was changed. */
export function viewGoalArea(db: Db, key: string): OneGoalArea | undefined {
  const ground = goalGround(db);
  const area = ground?.document.areas.find((each) => each.key === key);
  if (!ground || !area) return undefined;
  const { document, definition } = ground;
  const changes = listGoalLinkChanges(db, document.id).filter((change) => change.area === key);
  return {
    document: { id: document.id, title: document.title },
    version: definition.version,
    area: areaView(ground, area),
    capabilities: definition.capabilities.map(({ number, name, subCapabilities }) => ({
      number,
      name,
      subs: subCapabilities.map((sub) => ({ code: sub.code, name: sub.name })),
    })),
    changes: changes.toReversed(),
    sequence: changes.at(-1)?.sequence ?? 0,
  };
}

/** The document of the newest plan or of the year after the newest round, and the newest definition that a round has. */
function goalGround(db: Db): Ground | undefined {
  const documents = listGoalDocuments(db);
  const [newest] = listRounds(db);
  const [plan] = listPlans(db);
  const year = Math.max((newest?.year ?? 0) + 1, plan?.year ?? 0);
  const document = documentFor(documents, year);
  const version = newest?.definitionVersion ?? document?.definition ?? listDefinitions(db)[0]?.version;
  const definition = version === undefined ? undefined : findDefinition(db, version);
  return document && definition && { document, definition, links: readGoalLinks(db, document, definition) };
}

function areaView({ definition, links }: Ground, { key, name, goal, text }: GoalArea): GoalAreaView {
  const own = links.filter(({ area }) => area === key);
  const fedBy = listSubCapabilities(definition).flatMap((sub) => {
    const link = own.find(({ code }) => code === sub.code);
    return link ? [{ code: sub.code, name: sub.name, reason: link.reason, isChanged: link.isChanged }] : [];
  });
  return { key, name, goal, text, fedBy };
}
