// What each kind of message says. Names and days alone: answers, comments and reasons stay behind the sign-in.
import type { Role } from "#domain/access.ts";
import { isReminder, type MailKind, type Pending } from "#domain/mail.ts";
import type { MailContent } from "#domain/mail-content.ts";
import { roleNames } from "#text/access.ts";
import { dayText } from "#text/dates.ts";
import { listText } from "#text/results.ts";

/** A message before it is written out. `why`: why one gets it and, for a reminder, how to stop it. */
export type Draft = { subject: string; paragraphs: string[]; link: { label: string; url: string }; why: string[] };

/** `token`: of an invitation's link; null once it is gone. */
export type DraftInput = { content: MailContent; role: Role | null; token: string | null };

type Of<K extends MailKind> = Extract<MailContent, { kind: K }>;
type Words = { subject: string; paragraphs: string[]; label: string; path: string };
type Given = { role: Role | null; token: string | null };

const surveyPath = ({ year, actorId }: { year: number; actorId: string }) => `/skattning/${year}/${actorId}`;
const toSurvey = "Öppna självskattningen";

const writers: { [K in MailKind]: (content: Of<K>, given: Given) => Words } = {
  round_opened: (content) => ({
    subject: `Skattningsomgången ${content.year} är öppen: ${content.actorName}`,
    paragraphs: [
      `Nu kan ni börja med ${content.year} års självskattning för ${content.actorName}. Sista dag att lämna in är ${dayText(content.lastDay)}.`,
      "Du behöver inte göra allt på en gång. Det du skriver sparas, och du kan fortsätta en annan dag.",
    ],
    label: toSurvey,
    path: surveyPath(content),
  }),
  delegated: (content) => ({
    subject: `Du har fått frågor att svara på: ${content.actorName}, ${content.year}`,
    paragraphs: [
      `Samordnaren för ${content.actorName} ber dig svara för ${listText(content.capabilities)} i ${content.year} års självskattning.`,
      `Säg till i verktyget när du är klar. Självskattningen ska lämnas in senast ${dayText(content.lastDay)}.`,
    ],
    label: "Öppna frågorna",
    path: surveyPath(content),
  }),
  two_weeks_left: (content) =>
    pendingWords(content, `Sista dag ${dayText(content.lastDay)}: självskattningen ${content.year}`),
  three_days_left: (content) =>
    pendingWords(content, `Snart sista dag, ${dayText(content.lastDay)}: självskattningen ${content.year}`),
  round_closed: (content) => ({
    subject: `Skattningsomgången ${content.year} är stängd: ${content.actorName}`,
    paragraphs: closedParagraphs(content),
    label: toSurvey,
    path: surveyPath(content),
  }),
  submitted: (content) => ({
    subject: `Att fastställa: självskattningen ${content.year} för ${content.actorName}`,
    paragraphs: [
      `Självskattningen ${content.year} för ${content.actorName} är inlämnad och väntar på att du fastställer den.`,
      "Sammanfattningen tar omkring fem minuter att läsa. Är något fel kan du skicka tillbaka den med kommentarer.",
    ],
    label: "Läs och fastställ",
    path: `${surveyPath(content)}/faststall`,
  }),
  sent_back: (content) => ({
    subject: `Tillbaka för ändring: självskattningen ${content.year} för ${content.actorName}`,
    paragraphs: [
      `Fastställaren har skickat tillbaka självskattningen för ${content.actorName}. Kommentarerna finns i verktyget.`,
      `Den räknas inte förrän den är inlämnad igen. Sista dag är ${dayText(content.lastDay)}.`,
    ],
    label: "Läs kommentarerna",
    path: surveyPath(content),
  }),
  approved: (content) => ({
    subject: `Fastställd: självskattningen ${content.year} för ${content.actorName}`,
    paragraphs: [
      `Självskattningen ${content.year} för ${content.actorName} är fastställd${content.isOnPaper ? " på papper, och det är antecknat i verktyget" : ""}.`,
      "Du behöver inte göra något mer nu. Du får veta när resultatet är släppt.",
    ],
    label: toSurvey,
    path: surveyPath(content),
  }),
  round_released: ({ year, actorId }, { role }) => ({
    subject: `Resultatet för ${year} är släppt`,
    paragraphs: [
      actorId === null
        ? `Nu kan du läsa regionens resultat av ${year} års självskattning.`
        : `Nu kan ni läsa ert resultat av ${year} års självskattning, med rapport att skriva ut.`,
    ],
    label: "Läs resultatet",
    path: actorId !== null ? `/resultat/${year}/aktor/${actorId}` : resultPath(role, year),
  }),
  invitation: ({ role, actorName, hasLink, lastDay }, { token }) => ({
    subject: hasLink ? "Välkommen till Förmågekollen" : "Du har fått en roll till i Förmågekollen",
    paragraphs: [
      "Förmågekollen är verktyget för aktörernas årliga självskattning i Samverkan Stockholmsregionen.",
      ...(role ? [`Du har fått rollen ${roleWords(role, actorName)}.`] : []),
      hasLink
        ? `Välj ett lösenord med länken här. Den fungerar en gång, till och med ${dayText(lastDay)}. Den är bara till dig: skicka den inte vidare.`
        : "Logga in som vanligt, med det lösenord du redan har.",
    ],
    label: hasLink ? "Välj lösenord" : "Logga in",
    path: hasLink ? `/engangslank/${token ?? "[borttagen]"}` : "/logga-in",
  }),
  reopened: (content) => ({
    subject: `Öppen till ${dayText(content.lastDay)}: självskattningen ${content.year} för ${content.actorName}`,
    paragraphs: [
      `Samordningskansliet har gett ${content.actorName} en egen sista dag. Ni kan ändra och lämna in självskattningen till och med ${dayText(content.lastDay)}.`,
      "Har ni redan lämnat in räknas den inlämningen tills ni lämnar in igen.",
    ],
    label: toSurvey,
    path: surveyPath(content),
  }),
  reminder: (content) => pendingWords(content, `Påminnelse från samordningskansliet: självskattningen ${content.year}`),
};

function closedParagraphs({ year, actorName, isSubmitted, lastDay }: Of<"round_closed">): string[] {
  if (lastDay !== undefined)
    return [
      `Omgången ${year} är stängd, men ${actorName} har en egen sista dag. Ni kan ändra och lämna in självskattningen till och med ${dayText(lastDay)}.`,
      isSubmitted ? "Den förra inlämningen räknas tills ni lämnar in igen." : "Den räknas inte förrän den är inlämnad.",
    ];
  if (isSubmitted)
    return [
      `Omgången ${year} är stängd. Tack! Självskattningen för ${actorName} är inlämnad och räknas.`,
      "Du får veta när resultatet är släppt.",
    ];
  return [
    `Omgången ${year} är stängd. Självskattningen för ${actorName} är inte inlämnad, så den räknas inte med.`,
    "Behöver ni mer tid? Hör av dig till samordningskansliet, som kan öppna den igen åt er.",
  ];
}

const pendingTexts: Record<Pending, (actorName: string) => string> = {
  submission: (actorName) => `Självskattningen för ${actorName} är inte inlämnad än.`,
  approval: (actorName) => `Självskattningen för ${actorName} är inlämnad och väntar på att du fastställer den.`,
  capabilities: (actorName) => `Du har frågor kvar att svara på i självskattningen för ${actorName}.`,
};

/** A reminder to whoever holds what is missing, with the way to it. */
function pendingWords(content: Of<"two_weeks_left" | "three_days_left" | "reminder">, subject: string): Words {
  const isApproval = content.pending === "approval";
  const helps = isApproval
    ? "Sammanfattningen tar omkring fem minuter att läsa."
    : "Hinner ni inte? Hör av dig till samordningskansliet i god tid.";
  return {
    subject: `${subject}, ${content.actorName}`,
    paragraphs: [
      pendingTexts[content.pending](content.actorName),
      content.lastDay === null ? helps : `Sista dag är ${dayText(content.lastDay)}. ${helps}`,
    ],
    label: isApproval ? "Läs och fastställ" : toSurvey,
    path: isApproval ? `${surveyPath(content)}/faststall` : surveyPath(content),
  };
}

function resultPath(role: Role | null, year: number): string {
  return role === "council" ? `/resultat/${year}/regionen` : `/resultat/${year}`;
}

function roleWords(role: Role, actorName: string | null): string {
  const name =
    role === "chief_group" || role === "council"
      ? `ledamot i ${roleNames[role].toLowerCase()}`
      : roleNames[role].toLowerCase();
  return actorName === null ? name : `${name} för ${actorName}`;
}

function whyOf(content: MailContent, role: Role | null, origin: string): string[] {
  if (content.kind === "invitation") {
    return [
      "Du får det här för att någon har lagt till dig i Förmågekollen. Känner du inte igen det? Då kan du slänga brevet.",
    ];
  }
  const actorName = "actorName" in content ? content.actorName : null;
  const who = role
    ? `Du får det här för att du är ${roleWords(role, actorName)} i Förmågekollen.`
    : "Du får det här för att du har en roll i Förmågekollen.";
  if (!isReminder(content.kind)) return [who];
  return [who, `Vill du inte ha påminnelser? Stäng av dem under Mina inställningar: ${origin}/mina-installningar`];
}

/** What a message says, to whoever has the role it is for. `origin`: the public address, without a slash at its end. */
export function draftOf({ content, role, token }: DraftInput, origin: string): Draft {
  const write = writers[content.kind] as (content: MailContent, given: Given) => Words;
  const { subject, paragraphs, label, path } = write(content, { role, token });
  return { subject, paragraphs, link: { label, url: `${origin}${path}` }, why: whyOf(content, role, origin) };
}
