import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { insertMembership } from "#db/queries/people.ts";
import { insertRoundActors } from "#db/queries/rounds.ts";
import { isActorRole, type Role } from "#domain/access.ts";
import { outcomeOf, routeArgs, signedIn, statusOf, testNow } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { partsOf, textIn, xmlProblem } from "#test/support/word.ts";
import { reportMark } from "#text/secrecy.ts";
import { closeRound } from "#usecases/close-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { noteMeasure } from "#usecases/save-measure.ts";
import { viewActorReport } from "#usecases/view-actor-report.ts";
import { loader } from "../../../app/routes/results/report-docx.ts";

let connection: Connection;
const hard = '<b>&amp; "citat" ]]> 😀 =1+1\nrad två\u0007 \ud800 slut';
const others = ["b", "c", "d", "e", "f"];

beforeEach(() => {
  connection = openDatabase(":memory:");
  const { db } = connection;
  storeRound(db, "open");
  for (const id of others) {
    const actor = { name: `Aktör ${id}`, shortName: id, category: "kommun", designated: false };
    insertActor(db, { id, ...actor });
    insertRoundActors(db, [{ year: testYear, actorId: id, ...actor }]);
  }
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 2, ambition: null }]);
});

function storeResult(text: string, count = others.length): void {
  const { db } = connection;
  const { personId } = signedIn(db, { role: "coordinator", actorId: "haninge" });
  const content = { what: text, holder: "Säkerhetsenheten", dueDay: "2026-12-31" };
  const measure = { year: testYear, actorId: "haninge", code: "1:1", saveId: randomUUID(), content };
  expect(noteMeasure(db, measure, { now: testNow, personId, role: "coordinator" })).toEqual({ ok: true });
  storeSubmission(db, "haninge", { "1:1": { level: 1, causes: ["exercise"], reason: text.slice(0, 4000) } });
  for (const id of others.slice(0, count)) storeSubmission(db, id, { "1:1": { level: 3 } });
}
function release(): void {
  closeRound(connection.db, { year: testYear }, { now: testNow });
  releaseRound(connection.db, { year: testYear }, { now: testNow });
}
async function ask(role: Role, actorId: string, actor = "haninge") {
  const { cookie } = signedIn(connection.db, { role, actorId: isActorRole(role) ? actorId : null });
  const params = { year: String(testYear), actor };
  const path = `/resultat/2026/aktor/${actor}/rapport.docx`;
  return outcomeOf(() => loader(routeArgs(connection.db, path, { cookie, params })));
}
async function wordParts() {
  const file = await ask("coordinator", "haninge");
  return partsOf(Buffer.from(await file.arrayBuffer()));
}

test.each([
  ["signs that XML and spreadsheets take for their own", hard],
  ["ten thousand characters", "å".repeat(10_000)],
  ["nothing but spaces around", "  Öva  "],
])("every part is well-formed with %s", async (_name, text) => {
  storeResult(text);
  release();
  const parts = await wordParts();
  expect(parts.size).toBeGreaterThan(5);
  for (const [name, xml] of parts)
    if (/\.(xml|rels)$/.test(name)) expect([name, xmlProblem(xml)]).toEqual([name, undefined]);
});

test("what was typed stands as it was typed, but for what XML cannot hold", async () => {
  storeResult(hard);
  const text = textIn((await wordParts()).get("word/document.xml") ?? "");
  expect(text).toContain('<b>&amp; "citat" ]]> 😀 =1+1');
  expect(text).toContain("rad två");
});

test("is in Swedish, with headings, the mark at the head and the page's number at the foot", async () => {
  storeResult("Öva");
  const parts = await wordParts();
  expect(parts.get("word/styles.xml")).toContain('w:val="sv-SE"');
  expect(parts.get("word/document.xml")).toMatch(/w:pStyle w:val="Heading1"/);
  const ofKind = (kind: string) => [...parts].filter(([name]) => name.startsWith(`word/${kind}`)).map(([, xml]) => xml);
  expect(ofKind("header").map(textIn)).toEqual([reportMark]);
  expect(ofKind("footer").join("")).toContain("PAGE");
  const text = textIn(parts.get("word/document.xml") ?? "");
  for (const words of ["Version av förmågorna test", "Chefsgruppen § 4", "inte fastställd", "Säkerhetsenheten"])
    expect(text).toContain(words);
});

describe("the comparison", () => {
  const seen = () => viewActorReport(connection.db, { year: testYear, actorId: "haninge" }, { now: testNow })?.others;

  test("is not there before the release", async () => {
    storeResult("Öva");
    expect(seen()).toBeNull();
    expect(textIn((await wordParts()).get("word/document.xml") ?? "")).not.toContain("Jämfört");
  });

  test("stands after it where five others have answered", async () => {
    storeResult("Öva");
    release();
    expect(seen()?.["1:1"]).toEqual({ shown: true, meeting: 5, of: 5 });
    expect(textIn((await wordParts()).get("word/document.xml") ?? "")).toContain("5 av 5");
  });

  test("is withheld from someone who answers for one of the five too, and could take it away", async () => {
    storeResult("Öva");
    release();
    const { cookie, personId } = signedIn(connection.db, { role: "coordinator", actorId: "haninge" });
    const params = { year: String(testYear), actor: "haninge" };
    const read = async () => {
      const file = await outcomeOf(() => loader(routeArgs(connection.db, "/rapport.docx", { cookie, params })));
      return textIn(partsOf(Buffer.from(await file.arrayBuffer())).get("word/document.xml") ?? "");
    };
    expect(await read()).toContain("5 av 5");
    const also = { id: "also", personId, role: "approver", actorId: "b", validUntil: null } as const;
    insertMembership(connection.db, { ...also, validFrom: testNow.toISOString() });
    expect(await read()).not.toContain("5 av 5");
  });

  test("is withheld where four have", () => {
    storeResult("Öva", 4);
    release();
    expect(seen()?.["1:1"]).toEqual({ shown: false });
  });
});

test("without a submission it has the levels to reach and no empty results", async () => {
  const text = textIn((await wordParts()).get("word/document.xml") ?? "");
  expect(text).toContain("Nivåer som gäller");
  for (const words of ["Alla delförmågor", "Brist", "Inte inlämnat"]) expect(text).not.toContain(words);
});

test("another actor's report is not found", async () => {
  expect(statusOf(await ask("coordinator", "solna"))).toBe(404);
  expect(statusOf(await ask("office", ""))).toBe(200);
});
