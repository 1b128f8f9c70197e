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
    },
  });
});

test("an https address makes cookies secure", () => {
  const result = readSettings({ HOST: "0.0.0.0", ORIGIN: "https://formagekollen.example.se", NODE_ENV: "production" });
  expect(result).toMatchObject({ ok: true, settings: { secureCookies: true, loopback: false } });
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
])("%j is refused with a sentence of its own", (environment, beginning) => {
  const result = readSettings(environment);
  if (result.ok) throw new Error("accepted");
  expect(result.sentences).toHaveLength(1);
  expect(result.sentences[0]).toMatch(new RegExp(`^${beginning}.*\\.$`));
});
