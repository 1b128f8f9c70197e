import { expect, test } from "vitest";
import { readSettings } from "../app/settings.ts";

test("an empty environment gives a server on this machine only", () => {
  expect(readSettings({ PORT: "" })).toEqual({
    ok: true,
    settings: {
      port: 3000,
      host: "127.0.0.1",
      database: "data/formagekollen.sqlite",
      origin: "http://localhost:3000",
      secureCookies: false,
      loopback: true,
      sessionHours: 12,
      trustProxy: 0,
      mail: null,
    },
  });
});

test("an https address makes cookies secure", () => {
  const result = readSettings({ HOST: "0.0.0.0", ORIGIN: "https://formagekollen.example.se", NODE_ENV: "production" });
  expect(result).toMatchObject({ ok: true, settings: { secureCookies: true, loopback: false } });
});

test.each([
  ["smtp://smtp.example.se", { host: "smtp.example.se", port: 587, secure: false, login: null }],
  ["smtp://[::1]:2525", { host: "::1", port: 2525, secure: false, login: null }],
  [
    "smtps://kansliet%40example.se:l%C3%B6s%2Fen@smtp.example.se",
    { host: "smtp.example.se", port: 465, secure: true, login: { user: "kansliet@example.se", pass: "lös/en" } },
  ],
])("%s is a mail server", (SMTP_URL, server) => {
  const result = readSettings({ SMTP_URL, MAIL_FROM: "Förmågekollen <kansliet@example.se>" });
  const from = { name: "Förmågekollen", address: "kansliet@example.se" };
  expect(result).toMatchObject({ ok: true, settings: { mail: { ...server, from } } });
});

test("a sender can be an address alone", () => {
  const result = readSettings({ SMTP_URL: "smtp://smtp.example.se", MAIL_FROM: "kansliet@example.se" });
  expect(result).toMatchObject({
    ok: true,
    settings: { mail: { from: { name: "", address: "kansliet@example.se" } } },
  });
});

test.each([
  [{ PORT: "tretusen" }, "PORT"],
  [{ PORT: "0" }, "PORT"],
  [{ PORT: "70000" }, "PORT"],
  [{ HOST: "0.0.0.0" }, "När HOST inte är den egna datorn"],
  [{ ORIGIN: "https://formagekollen.example.se/" }, "ORIGIN"],
  [{ ORIGIN: "formagekollen.example.se" }, "ORIGIN"],
  [{ NODE_ENV: "production" }, "I drift"],
  [{ NODE_ENV: "production", ORIGIN: "http://formagekollen.example.se" }, "I drift"],
  [{ SESSION_HOURS: "-1" }, "SESSION_HOURS"],
  [{ TRUST_PROXY: "ja" }, "TRUST_PROXY"],
  [{ SMTP_URL: "smtp.example.se", MAIL_FROM: "kansliet@example.se" }, "SMTP_URL"],
  [{ SMTP_URL: "https://smtp.example.se", MAIL_FROM: "kansliet@example.se" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://namn@smtp.example.se", MAIL_FROM: "kansliet@example.se" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://namn:%zz@smtp.example.se", MAIL_FROM: "kansliet@example.se" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://smtp.example.se?pool=true", MAIL_FROM: "kansliet@example.se" }, "SMTP_URL"],
  [{ SMTP_URL: "smtp://smtp.example.se" }, "När SMTP_URL anges"],
  [{ MAIL_FROM: "kansliet" }, "MAIL_FROM"],
  [{ SMTP_URL: "smtp://smtp.example.se", MAIL_FROM: "a@example.se, b@example.se" }, "MAIL_FROM"],
])("%j is refused with a sentence of its own", (environment, beginning) => {
  const result = readSettings(environment);
  if (result.ok) throw new Error("accepted");
  expect(result.sentences).toHaveLength(1);
  expect(result.sentences[0]).toMatch(new RegExp(`^${beginning}.*\\.$`));
});
