import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { listMail } from "#db/queries/mail.ts";
import { mailStates } from "#domain/mail.ts";
import { createSender, type Limits } from "#mail/smtp.ts";
import { aMember } from "#test/support/mail.ts";
import { testNow, testSettings } from "#test/support/request.ts";
import { startSmtp } from "#test/support/smtp.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { addPerson } from "#usecases/add-person.ts";
import { openRound } from "#usecases/open-round.ts";
import { claimMail, sendDueMail } from "#usecases/send-mail.ts";
import { tidyMail } from "#usecases/tidy-mail.ts";

const origin = "https://formagekollen.example.se";
const patient: Limits = { connectMs: 8000, silenceMs: 8000, sessionMs: 12_000 };
const hurried: Limits = { ...patient, silenceMs: 1500 };
const minutes = (n: number) => new Date(testNow.getTime() + n * 60_000);

let connection: Connection;
let server: Awaited<ReturnType<typeof startSmtp>> | undefined;
let folder: string;
let address: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mail-"));
  connection = openDatabase(join(folder, "test.sqlite"));
  storeRound(connection.db, "planned");
  aMember(connection.db, "coordinator");
  openRound(connection.db, { year: testYear }, { now: testNow });
  address = stored().email;
});
afterEach(async () => {
  connection.close();
  rmSync(folder, { recursive: true });
  await server?.close();
  server = undefined;
});

/** The one message there is. */
function stored() {
  const [mail] = listMail(connection.db, mailStates, 9);
  if (!mail) throw new Error("no mail");
  return mail;
}

function senderTo(url: string, limits: Limits) {
  const { mail } = testSettings({ SMTP_URL: url, MAIL_FROM: "Förmågekollen <kansliet@example.se>" });
  if (!mail) throw new Error("no settings");
  return createSender(mail, limits);
}

/** One turn of the worker at a moment. */
async function turn(now: Date, url = server?.url ?? "", limits = patient) {
  tidyMail(connection.db, now);
  await sendDueMail(connection.db, { send: senderTo(url, limits), now: () => now, origin });
}

function invite(...emails: string[]) {
  for (const email of emails)
    addPerson(connection.db, { name: "Ledamot", email, role: "council", actorId: null }, { now: testNow });
}

/** Closes the database as a stopped process would, and opens it again. */
function restart() {
  connection.close();
  connection = openDatabase(join(folder, "test.sqlite"));
}

describe("a server that takes it", () => {
  test("gets it once, with every letter, as text and HTML", async () => {
    server = await startSmtp();
    await turn(testNow);
    await turn(minutes(600));
    expect(server.arrived).toHaveLength(1);
    const [mail] = server.arrived;
    expect(mail?.to).toEqual([address]);
    expect(mail?.subject).toBe("Skattningsomgången 2026 är öppen: Haninge kommun");
    expect(mail?.text).toContain("Nu kan ni börja med 2026 års självskattning för Haninge kommun.");
    expect(mail?.html).toContain("Öppna självskattningen</a>");
    expect(mail?.raw).toMatch(/^From: =\?UTF-8\?.*<kansliet@example.se>/m);
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(stored()).toMatchObject({ state: "sent", attempts: 1, doneAt: testNow.toISOString(), reason: null });
    expect(stored().sentText).toContain(`${origin}/skattning/2026/haninge`);
  });

  test("may take its time", async () => {
    server = await startSmtp({ delayMs: () => 200 });
    await turn(testNow);
    expect(server.arrived).toHaveLength(1);
    expect(stored().state).toBe("sent");
  });

  test("may want a name and a password", async () => {
    server = await startSmtp({ login: { user: "kansliet", pass: "hemligt" } });
    await turn(testNow);
    expect(server.arrived).toHaveLength(1);
  });

  test("gets everybody's in one turn, one each", async () => {
    server = await startSmtp();
    invite("radet@example.se", "chefsgruppen@example.se");
    await turn(testNow);
    expect(server.arrived.flatMap(({ to }) => to).sort()).toEqual(
      [address, "chefsgruppen@example.se", "radet@example.se"].sort(),
    );
    expect(listMail(connection.db, ["sent"], 9)).toHaveLength(3);
  });
});

describe("a server that cannot now", () => {
  test.each(["rcpt", "data"] as const)(
    "answers 451 at %s: tried again after a minute, and it arrives once",
    async (at) => {
      server = await startSmtp({
        refuse: (attempt) => (attempt === 1 ? { at, code: 451, text: "Try later" } : undefined),
      });
      await turn(testNow);
      expect(stored()).toMatchObject({ state: "waiting", attempts: 1, nextAttemptAt: minutes(1).toISOString() });
      expect(stored().reason).toMatch(/just nu. Servern svarade: 451 Try later/);
      await turn(minutes(0.5));
      expect(server.attempts()).toBe(1);
      await turn(minutes(1));
      await turn(minutes(60));
      expect(server.arrived).toHaveLength(1);
      expect(stored()).toMatchObject({ state: "sent", attempts: 2, reason: null });
    },
  );

  test("is down: tried ever more seldom, and it arrives once when it comes back, also after a restart", async () => {
    const gone = await startSmtp();
    await gone.close();
    await turn(testNow, gone.url);
    expect(stored()).toMatchObject({ state: "waiting", attempts: 1, nextAttemptAt: minutes(1).toISOString() });
    expect(stored().reason).toBe("E-postservern gick inte att nå: servern nekade förbindelsen");
    await turn(minutes(1), gone.url);
    expect(stored()).toMatchObject({ attempts: 2, nextAttemptAt: minutes(6).toISOString() });
    restart();
    server = await startSmtp({ port: gone.port });
    await turn(minutes(6));
    await turn(minutes(7));
    expect(server.arrived).toHaveLength(1);
    expect(stored()).toMatchObject({ state: "sent", attempts: 3 });
  });

  test("refuses the password: the message waits, and the password is not in the reason", async () => {
    server = await startSmtp({ login: { user: "kansliet", pass: "rätt" } });
    await turn(testNow, `smtp://kansliet:felaktigt@127.0.0.1:${server.port}`);
    expect(stored()).toMatchObject({ state: "waiting" });
    expect(stored().reason).toMatch(/godtog inte inloggningen. Servern svarade: 535/);
    expect(stored().reason).not.toContain("felaktigt");
  });

  test("greets with a refusal: it was reached, and what it said is told", async () => {
    server = await startSmtp({ closed: { code: 554, text: "No service" } });
    await turn(testNow);
    expect(stored()).toMatchObject({ state: "waiting", attempts: 1 });
    expect(stored().reason).toMatch(/^E-postservern tog inte emot förbindelsen. Servern svarade: 554 .*No service/);
  });

  test("never comes back: the message goes stale and is never sent", async () => {
    await turn(testNow, "smtp://127.0.0.1:1");
    server = await startSmtp();
    await turn(minutes(15 * 24 * 60));
    expect(server.arrived).toEqual([]);
    expect(stored()).toMatchObject({ state: "dropped", reason: expect.stringContaining("inaktuellt") });
  });
});

test.each(["rcpt", "data"] as const)(
  "a server that refuses with 550 at %s is not asked again, and the office sees why",
  async (at) => {
    server = await startSmtp({ refuse: () => ({ at, code: 550, text: "No such user" }) });
    await turn(testNow);
    await turn(minutes(600));
    expect(server.attempts()).toBe(1);
    expect(server.arrived).toEqual([]);
    expect(stored()).toMatchObject({
      state: "failed",
      reason: "E-postservern tog inte emot brevet. Servern svarade: 550 No such user",
    });
  },
);

test("one recipient's refusal does not hold up the next", async () => {
  server = await startSmtp({
    refuse: (attempt) => (attempt === 1 ? { at: "rcpt", code: 550, text: "No" } : undefined),
  });
  invite("radet@example.se");
  await turn(testNow);
  expect(listMail(connection.db, ["failed"], 9)).toHaveLength(1);
  expect(server.arrived).toHaveLength(1);
});

describe("nobody knows whether it arrived", () => {
  test("where the server falls silent after taking the text: it is not sent again by itself", async () => {
    server = await startSmtp({ delayMs: () => 4000 });
    await turn(testNow, server.url, hurried);
    expect(stored()).toMatchObject({
      state: "unclear",
      reason: "Förbindelsen bröts medan brevet skickades: servern svarade inte i tid",
    });
    await turn(minutes(600));
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(server.arrived).toHaveLength(1);
  });

  test("where the process died between taking and settling: unclear, after a restart too", async () => {
    server = await startSmtp();
    claimMail(connection.db, { now: testNow, origin });
    restart();
    await turn(minutes(4));
    expect(stored().state).toBe("sending");
    await turn(minutes(6));
    expect(stored()).toMatchObject({ state: "unclear", reason: expect.stringContaining("stannade") });
    await turn(minutes(600));
    expect(server.arrived).toEqual([]);
  });
});
