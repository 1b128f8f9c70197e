import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The URL table: what people see is Swedish, what we read is English. Who may open what: app/domain/access.ts. */
export default [
  index("routes/start.tsx"),

  route("logga-in", "routes/account/sign-in.tsx"),
  route("logga-ut", "routes/account/sign-out.tsx"),
  route("byt-roll", "routes/account/switch-role.tsx"),
  route("engangslank/:token", "routes/account/one-time-link.tsx"),
  route("demo/:membership", "routes/account/demo-sign-in.tsx"),

  route("mina-installningar", "routes/account/my-settings.tsx"),

  route("kollegor/:actor", "routes/people/colleagues.tsx"),
  route("kollegor/:actor/lamna-over", "routes/people/transfer.tsx"),

  route("utkorg", "routes/admin/outbox.tsx"),
  route("utkorg/:mail", "routes/admin/outbox-mail.tsx"),
  route("personer", "routes/admin/people.tsx"),
  route("aktorer", "routes/admin/actors.tsx"),
  route("aktorer/ny", "routes/admin/actor-new.tsx"),
  route("aktorer/sammanslagning", "routes/admin/actor-merge.tsx"),
  route("aktorer/:actor", "routes/admin/actor.tsx"),
  route("omgangar", "routes/admin/rounds.tsx"),
  route("omgangar/:year", "routes/admin/round.tsx"),
  route("omgangar/:year/aktor/:actor", "routes/admin/round-actor.tsx"),
  route("omgangar/:year/:actor", "routes/admin/follow-actor.tsx"),
  route("definitioner", "routes/admin/definitions.tsx"),
  route("definitioner/:version", "routes/admin/definition.tsx"),

  route("lagstanivaer/:year", "routes/levels/levels.tsx"),
  route("lagstanivaer/:year/forslag", "routes/levels/proposal.tsx"),
  route("lagstanivaer/:year/mote", "routes/levels/meeting.tsx"),
  route("lagstanivaer/:year/underlag.docx", "routes/levels/proposal-docx.ts"),
  route("lagstanivaer/:year/beslut", "routes/levels/decide.tsx"),
  route("lagstanivaer/:year/beslut/:sequence/beslut.docx", "routes/levels/decision-docx.ts"),
  route("lagstanivaer/:year/skillnad", "routes/levels/difference.tsx"),
  route("lagstanivaer/:year/nivaer.csv", "routes/levels/levels-csv.ts"),
  route("lagstanivaer/:year/mal", "routes/levels/goals.tsx"),

  route("skattning/:year/gemensamma-funktioner", "routes/surveys/common-functions.tsx"),
  route("skattning/:year/:actor", "routes/surveys/task-list.tsx"),
  route("skattning/:year/:actor/lamna-in", "routes/surveys/submit.tsx"),
  route("skattning/:year/:actor/mer-tid", "routes/surveys/more-time.tsx"),
  route("skattning/:year/:actor/faststall", "routes/surveys/approve.tsx"),
  route("skattning/:year/:actor/arbetsbok", "routes/surveys/workbook.tsx"),
  route("skattning/:year/:actor/arbetsbok.xlsx", "routes/surveys/workbook-file.ts"),
  route("skattning/:year/:actor/atgarder", "routes/surveys/measures.tsx"),
  route("skattning/:year/:actor/:code", "routes/surveys/answer.tsx"),
  route("skattning/:year/:actor/:code/spara", "routes/surveys/autosave.ts"),
  route("skattning/:year/:actor/:code/forra-aret", "routes/surveys/earlier.ts"),
  route("skattning/:year/:actor/:code/historik", "routes/surveys/history.tsx"),
  route("formular/:version", "routes/surveys/questionnaire.tsx"),

  route("handelser", "routes/occurrences/occurrences.tsx"),
  route("handelser/ny", "routes/occurrences/occurrence-new.tsx"),
  route("handelser/:occurrence", "routes/occurrences/occurrence.tsx"),

  route("resultat/:year", "routes/results/heatmap.tsx"),
  route("resultat/:year/oversikt", "routes/results/overview.tsx"),
  route("resultat/:year/utveckling", "routes/results/trends.tsx"),
  route("resultat/:year/regionen", "routes/results/region.tsx"),
  route("resultat/:year/monster", "routes/results/patterns.tsx"),
  route("resultat/:year/delformaga/:code", "routes/results/sub-capability.tsx"),
  route("resultat/:year/celler.csv", "routes/results/cells-csv.ts"),
  route("resultat/:year/regional.csv", "routes/results/regional-csv.ts"),
  route("resultat/:year/aktor/:actor", "routes/results/actor.tsx"),
  route("resultat/:year/aktor/:actor/rapport", "routes/results/report.tsx"),
  route("resultat/:year/aktor/:actor/rapport.docx", "routes/results/report-docx.ts"),
  route("resultat/:year/aktor/:actor/:code", "routes/results/cell.tsx"),

  route("*", "routes/unknown-page.ts"),
] satisfies RouteConfig;
