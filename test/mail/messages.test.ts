import { describe, expect, test } from "vitest";
import type { Role } from "#domain/access.ts";
import { isReminder, mailKinds } from "#domain/mail.ts";
import type { MailContent } from "#domain/mail-content.ts";
import { draftOf } from "#mail/drafts.ts";
import { renderDraft } from "#mail/render.ts";

const origin = "https://formagekollen.example.se";
const of = { year: 2026, actorId: "haninge", actorName: "Haninge kommun" };
const lastDay = "2026-05-31";
const survey = "/skattning/2026/haninge";

function rendered(content: MailContent, role: Role | null = "coordinator", token: string | null = null) {
  return renderDraft(draftOf({ content, role, token }, origin));
}

type Row = [content: MailContent, role: Role | null, subject: string, path: string, says: string];
const table: Row[] = [
  [
    { kind: "round_opened", ...of, lastDay },
    "coordinator",
    "Skattningsomgången 2026 är öppen: Haninge kommun",
    survey,
    "Sista dag att lämna in är 31 maj 2026.",
  ],
  [
    { kind: "delegated", ...of, lastDay, capabilities: ["Ledning", "Samverkan", "Övning"] },
    "contributor",
    "Du har fått frågor att svara på: Haninge kommun, 2026",
    survey,
    "ber dig svara för Ledning, Samverkan och Övning i 2026 års",
  ],
  [
    { kind: "two_weeks_left", ...of, lastDay, pending: "submission" },
    "coordinator",
    "Sista dag 31 maj 2026: självskattningen 2026, Haninge kommun",
    survey,
    "är inte inlämnad än",
  ],
  [
    { kind: "two_weeks_left", ...of, lastDay, pending: "capabilities" },
    "contributor",
    "Sista dag 31 maj 2026: självskattningen 2026, Haninge kommun",
    survey,
    "Du har frågor kvar att svara på",
  ],
  [
    { kind: "three_days_left", ...of, lastDay, pending: "approval" },
    "approver",
    "Snart sista dag, 31 maj 2026: självskattningen 2026, Haninge kommun",
    `${survey}/faststall`,
    "väntar på att du fastställer den",
  ],
  [
    { kind: "round_closed", ...of, isSubmitted: true },
    "coordinator",
    "Skattningsomgången 2026 är stängd: Haninge kommun",
    survey,
    "är inlämnad och räknas",
  ],
  [
    { kind: "round_closed", ...of, isSubmitted: false },
    "coordinator",
    "Skattningsomgången 2026 är stängd: Haninge kommun",
    survey,
    "är inte inlämnad, så den räknas inte med",
  ],
  [
    { kind: "round_closed", ...of, isSubmitted: false, lastDay },
    "coordinator",
    "Skattningsomgången 2026 är stängd: Haninge kommun",
    survey,
    "har en egen sista dag. Ni kan ändra och lämna in självskattningen till och med 31 maj 2026",
  ],
  [
    { kind: "submitted", ...of },
    "approver",
    "Att fastställa: självskattningen 2026 för Haninge kommun",
    `${survey}/faststall`,
    "väntar på att du fastställer den",
  ],
  [
    { kind: "sent_back", ...of, lastDay },
    "coordinator",
    "Tillbaka för ändring: självskattningen 2026 för Haninge kommun",
    survey,
    "Den räknas inte förrän den är inlämnad igen",
  ],
  [
    { kind: "approved", ...of, isOnPaper: false },
    "coordinator",
    "Fastställd: självskattningen 2026 för Haninge kommun",
    survey,
    "är fastställd.",
  ],
  [
    { kind: "approved", ...of, isOnPaper: true },
    "coordinator",
    "Fastställd: självskattningen 2026 för Haninge kommun",
    survey,
    "fastställd på papper, och det är antecknat",
  ],
  [
    { kind: "round_released", year: 2026, actorId: "haninge" },
    "approver",
    "Resultatet för 2026 är släppt",
    "/resultat/2026/aktor/haninge",
    "ert resultat",
  ],
  [
    { kind: "round_released", year: 2026, actorId: null },
    "chief_group",
    "Resultatet för 2026 är släppt",
    "/resultat/2026",
    "regionens resultat",
  ],
  [
    { kind: "round_released", year: 2026, actorId: null },
    "council",
    "Resultatet för 2026 är släppt",
    "/resultat/2026/regionen",
    "regionens resultat",
  ],
  [
    { kind: "invitation", role: "coordinator", actorName: "Haninge kommun", hasLink: true, lastDay },
    "coordinator",
    "Välkommen till Förmågekollen",
    "/engangslank/hemlig",
    "Du har fått rollen samordnare för Haninge kommun.",
  ],
  [
    { kind: "invitation", role: null, actorName: null, hasLink: true, lastDay },
    null,
    "Välkommen till Förmågekollen",
    "/engangslank/hemlig",
    "till och med 31 maj 2026",
  ],
  [
    { kind: "invitation", role: "council", actorName: null, hasLink: false, lastDay },
    "council",
    "Du har fått en roll till i Förmågekollen",
    "/logga-in",
    "det lösenord du redan har",
  ],
  [
    { kind: "reopened", ...of, lastDay },
    "coordinator",
    "Öppen till 31 maj 2026: självskattningen 2026 för Haninge kommun",
    survey,
    "till och med 31 maj 2026",
  ],
  [
    { kind: "reminder", ...of, lastDay, pending: "submission" },
    "coordinator",
    "Påminnelse från samordningskansliet: självskattningen 2026, Haninge kommun",
    survey,
    "Sista dag är 31 maj 2026.",
  ],
  [
    { kind: "reminder", ...of, lastDay: null, pending: "approval" },
    "approver",
    "Påminnelse från samordningskansliet: självskattningen 2026, Haninge kommun",
    `${survey}/faststall`,
    "fem minuter",
  ],
];

test("the table of messages has every kind", () => {
  expect(new Set(table.map(([{ kind }]) => kind))).toEqual(new Set(mailKinds));
});

describe.each(table)("%j to %s", (content, role, subject, path, says) => {
  const message = rendered(content, role, "hemlig");
  const { text, html } = message;

  test("says what it is about, what to do, and where", () => {
    expect(message.subject).toBe(subject);
    expect(text).toContain(says);
    expect(text).toContain(`\n${origin}${path}\n`);
    expect(html).toContain(`<a href="${origin}${path}"`);
  });

  test("says the same as text and as HTML", () => {
    const words = html.replace(/<title>.*?<\/title>/, "").replace(/<[^>]+>/g, " ");
    for (const line of text.split("\n").filter((one) => one !== "" && one !== "--")) {
      expect(words).toContain(line.replace(/:$/, ""));
    }
  });

  test("leaves nothing unfilled, and fetches nothing", () => {
    for (const part of [message.subject, text, html])
      expect(part).not.toMatch(/undefined|null|\[object|NaN|\d{4}-\d{2}-\d{2}/);
    expect(html).not.toMatch(/<img|<link|<script|url\(|src=/);
    const addresses = html.match(/https?:\/\/[^"<\s]+/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
  });

  test("says why one gets it, and how to turn it off exactly where one can", () => {
    expect(text).toContain("Du får det här för att");
    expect(text.includes(`${origin}/mina-installningar`)).toBe(isReminder(content.kind));
  });
});

test("what somebody has typed is text, never HTML or a further header", () => {
  const actorName = 'A & B <script>alert("hej")</script>\r\nBcc: alla@example.se';
  const { subject, html, text } = rendered({ kind: "submitted", ...of, actorName }, "approver");
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toContain("<script");
  expect(html).toContain("A &amp; B &lt;script&gt;");
  expect(text).toContain("A & B <script>");
});

test("an invitation whose secret is gone shows no link that could be used", () => {
  const content = { kind: "invitation", role: "office", actorName: null, hasLink: true, lastDay } as const;
  expect(rendered(content, "office", null).text).toContain(`${origin}/engangslank/[borttagen]`);
});
