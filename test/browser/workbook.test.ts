import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { findAnswer } from "#db/queries/answers.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { signedIn } from "#test/support/request.ts";
import { filled } from "#test/support/workbook.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";

const folder = mkdtempSync(join(tmpdir(), "formagekollen-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stage = stageOpenRound();

async function openTaskList(actorId: string, javaScriptEnabled: boolean): Promise<Page> {
  const who = { cookie: stage.round.coordinatorOf(actorId), javaScriptEnabled };
  const { page } = await stage.visit(`/skattning/${year}/${actorId}`, who);
  await page.getByRole("link", { name: /^Arbetsbok i Excel/ }).click();
  return page;
}

async function download(page: Page): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Ladda ner (Excel)" }).click(),
  ]);
  return readFileSync(await file.path());
}

async function upload(page: Page, content: Buffer, name = "ifylld.xlsx"): Promise<void> {
  // From the disk: what is handed over as bytes travels through the browser's protocol, too slowly for a large file.
  const path = join(folder, name);
  writeFileSync(path, content);
  await page.getByLabel(/^Arbetsboken, en/).setInputFiles(path);
  await page.getByRole("button", { name: "Läs in" }).click();
}

const comment = (code: string, actorId: string) => findAnswer(stage.round.db, { year, actorId, code })?.content.comment;

test.each([
  ["with script", "haninge-kommun", true],
  ["without script", "solna-stad", false],
])("a workbook there and back, %s: what is ticked is saved, the rest is not", async (_how, actorId, script) => {
  const page = await openTaskList(actorId, script);
  const file = await download(page);
  const now = new Date();
  const { personId } = signedIn(stage.round.db, { role: "coordinator", actorId, now });
  const content = { ...emptyAnswer(), comment: "En kollegas" };
  const meanwhile = { year, actorId, code: "1:3", baseRevision: 0, saveId: randomUUID(), content };
  expect(saveAnswer(stage.round.db, meanwhile, { now, personId, role: "coordinator" })).toMatchObject({ ok: true });

  await upload(page, Buffer.from("inte en arbetsbok"), "anteckningar.xlsx");
  await page.getByRole("alert").filter({ hasText: "ingen Excel-arbetsbok" }).waitFor();
  await upload(
    page,
    await filled(file, {
      "1:1.1 C": "Ja",
      "1:1 nivå C": "7",
      "1:1 kommentar D": "Från mötet",
      "1:2 kommentar D": "Tas inte",
      "1:3 kommentar D": "Mötets",
    }),
  );
  await page.getByRole("heading", { name: "Gick inte att läsa (1)" }).waitFor();
  await page.getByRole("listitem").filter({ hasText: "”7”: Det finns inte i listan" }).waitFor();
  expect(comment("1:1", actorId)).toBeUndefined();
  const stale = page.getByRole("region", { name: /^1:3/ });
  await stale.filter({ hasText: "En kollegas" }).filter({ hasText: "Mötets" }).waitFor();
  expect(await stale.getByRole("checkbox").isChecked()).toBe(false);
  await page.getByRole("region", { name: /^1:2/ }).getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "Spara det som är ikryssat" }).click();
  await page.getByRole("status").filter({ hasText: "Sparat från arbetsboken: 1:1." }).waitFor();
  expect(["1:1", "1:2", "1:3"].map((code) => comment(code, actorId))).toEqual(["Från mötet", undefined, "En kollegas"]);
});

test("a file of 50 MB is refused with a sentence", async () => {
  const page = await openTaskList("sollentuna-kommun", true);
  await upload(page, Buffer.alloc(50_000_000));
  await page.getByRole("heading", { name: "Filen är för stor" }).waitFor();
  await page.getByText("högst 5 MB").waitFor();
});
