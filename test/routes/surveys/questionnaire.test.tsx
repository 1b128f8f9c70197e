import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { CapabilityForm } from "#components/definition/questionnaire.tsx";
import { type Db, openDatabase } from "#db/client.server.ts";
import { type Role, roles } from "#domain/access.ts";
import { aCapability, aDefinition, aSubCapability } from "#test/support/builders.ts";
import { outcomeOf, routeArgs, signedIn } from "#test/support/request.ts";
import { storeActors, storeDefinition } from "#test/support/stored.ts";
import { loader } from "../../../app/routes/surveys/questionnaire.tsx";

let db: Db;
beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeActors(db);
  storeDefinition(db);
  storeDefinition(db, { version: "utkast" }, { draft: true });
});

function read(role: Role, version: string) {
  const isOfActor = role === "coordinator" || role === "contributor" || role === "approver";
  const { cookie } = signedIn(db, { role, actorId: isOfActor ? "haninge" : null });
  return outcomeOf(() => loader(routeArgs(db, `/formular/${version}`, { cookie, params: { version } })));
}

test.each(roles)("the %s reads the questionnaire of a published definition", async (role) => {
  expect(await read(role, "test")).toMatchObject({ isDraft: false, definition: { version: "test" } });
});

test("a draft's questionnaire is the office's alone, and a version that is none has no questionnaire", async () => {
  expect(await read("office", "utkast")).toMatchObject({ isDraft: true });
  expect(await read("coordinator", "utkast")).toMatchObject({ status: 404 });
  expect(await read("office", "2031")).toMatchObject({ status: 404 });
});

const boxes = (html: string) => html.split('class="q-box"').length - 1;
const others = 5 + 1 + 3 + 5; // levels, ?, confidence, causes

function printed(sub: ReturnType<typeof aSubCapability>, indicatorNotApplicableAllowed = true): string {
  const scale = aDefinition({ indicatorNotApplicableAllowed });
  return renderToStaticMarkup(<CapabilityForm capability={aCapability(1, [sub])} scale={scale} />);
}

test("every indicator has five empty boxes, and each sub-capability its levels, confidence and causes", () => {
  const html = printed(aSubCapability("1:1"));
  expect(boxes(html)).toBe(2 * 5 + others);
  for (const text of ["Aktören har säkerställt att:", "Aktören kan 1:1.2", "Motivering", "Rutin eller plan"])
    expect(html).toContain(text);
});

test("what cannot be answered has no box", () => {
  expect(boxes(printed(aSubCapability("1:1"), false))).toBe(2 * 4 + others);
  expect(boxes(printed(aSubCapability("1:1", { notApplicableAllowed: true })))).toBe(2 * 5 + others + 1);
  const shared = printed(aSubCapability("1:1", { audiences: ["all", "common_function", "designated"] }));
  expect(boxes(shared)).toBe(2 * 5 + others);
  expect(shared).toContain("gemensam funktion");
});

test("the words of the boxes are seen over the first group, not again over one that only goes on", () => {
  const sub = aSubCapability("1:1");
  const indicators = sub.groups[0]?.indicators ?? [];
  const groups = ["Aktören ska:", null, "Aktören har:"].map((leadIn) => ({ leadIn, indicators }));
  const html = printed({ ...sub, groups });
  expect(html.split('<th scope="col">Ja</th>')).toHaveLength(3);
  expect(html.split('<span class="sr-only">Ja</span>')).toHaveLength(2);
});
