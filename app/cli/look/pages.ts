// The pages that `npm run look` opens: every route of the access table, as every role that may open it.
import type { Page as Tab } from "playwright-core";
import { accessTo, type Role, type RouteId, routeAccess } from "#domain/access.ts";
import { shownActor } from "../demo/people.ts";

export type Place = { year: number; lastYear: number; actor: string };
/**
 * `name`: of the picture files. `status`: what the server must answer. `act`: what to do there before the picture, and
 * `answers`: the status that the server then refuses it with.
 */
export type Page = {
  name: string;
  path: string;
  status: number;
  act?: (tab: Tab) => Promise<void>;
  answers?: number;
};

const nowhere = () => ({});

/** Route → name and address of the pages that show it. A new route does not compile until it stands here. */
const pathsOf: Record<RouteId, (place: Place) => Record<string, string>> = {
  "routes/start": () => ({ start: "/" }),
  "routes/unknown-page": nowhere,
  "routes/account/sign-in": nowhere,
  "routes/account/sign-out": nowhere,
  "routes/account/one-time-link": nowhere,
  "routes/account/demo-sign-in": nowhere,
  "routes/account/my-settings": () => ({ "my-settings": "/mina-installningar" }),
  "routes/admin/outbox": () => ({ outbox: "/utkorg", "outbox-unclear": "/utkorg?visa=oklara" }),
  "routes/admin/outbox-mail": nowhere,
  "routes/account/switch-role": () => ({ "switch-role": "/byt-roll" }),
  "routes/people/colleagues": ({ actor }) => ({ colleagues: `/kollegor/${actor}` }),
  "routes/people/transfer": ({ actor }) => ({ transfer: `/kollegor/${actor}/lamna-over` }),
  "routes/admin/people": () => ({ people: "/personer" }),
  "routes/admin/actors": () => ({ actors: "/aktorer" }),
  "routes/admin/actor": ({ actor }) => ({ actor: `/aktorer/${actor}`, "actor-leave": `/aktorer/${actor}?gor=lamnar` }),
  "routes/admin/actor-new": () => ({ "actor-new": "/aktorer/ny" }),
  "routes/admin/actor-merge": () => ({ "actor-merge": "/aktorer/sammanslagning" }),
  "routes/admin/round-actor": ({ year, actor }) => ({
    "round-actor": `/omgangar/${year}/aktor/${actor}?name=Haninge+kommun&shortName=Haninge&category=Kommuner&designated=on`,
  }),
  "routes/admin/follow-actor": ({ year, actor }) => ({ "round-follow-actor": `/omgangar/${year}/${actor}` }),
  "routes/admin/rounds": () => ({ rounds: "/omgangar" }),
  "routes/admin/round": ({ year, lastYear }) => ({
    "round-open": `/omgangar/${year}`,
    "round-unusual": `/omgangar/${year}?sticker-ut=on&ordning=unusual`,
    "round-released": `/omgangar/${lastYear}`,
  }),
  "routes/admin/definitions": () => ({ definitions: "/definitioner" }),
  "routes/admin/definition": () => ({ definition: "/definitioner/2019" }),
  "routes/levels/levels": ({ year, lastYear }) => ({
    levels: `/lagstanivaer/${year}`,
    "levels-released": `/lagstanivaer/${lastYear}`,
  }),
  "routes/levels/proposal": ({ year }) => ({ proposal: `/lagstanivaer/${year}/forslag` }),
  "routes/levels/meeting": ({ year }) => ({
    "meeting-whole": `/lagstanivaer/${year}/mote`,
    "meeting-sub": `/lagstanivaer/${year}/mote?del=2:5`,
  }),
  "routes/levels/proposal-docx": nowhere,
  "routes/levels/decide": ({ year, lastYear }) => ({
    decide: `/lagstanivaer/${year}/beslut`,
    "decide-released": `/lagstanivaer/${lastYear}/beslut`,
  }),
  "routes/levels/decision-docx": nowhere,
  "routes/levels/difference": ({ year }) => ({ difference: `/lagstanivaer/${year}/skillnad` }),
  "routes/levels/levels-csv": nowhere,
  "routes/levels/goals": ({ year }) => ({
    goals: `/lagstanivaer/${year}/mal`,
    goal: `/lagstanivaer/${year}/mal?del=2:4`,
  }),
  "routes/surveys/task-list": ({ year, lastYear, actor }) => ({
    "task-list": `/skattning/${year}/${actor}`,
    "task-list-released": `/skattning/${lastYear}/${actor}`,
  }),
  "routes/surveys/more-time": ({ year, actor }) => ({ "more-time": `/skattning/${year}/${actor}/mer-tid` }),
  "routes/surveys/submit": ({ year, actor }) => ({ submit: `/skattning/${year}/${actor}/lamna-in` }),
  "routes/surveys/approve": ({ year, lastYear, actor }) => ({
    "approve-none": `/skattning/${year}/${actor}/faststall`,
    approve: `/skattning/${lastYear}/${actor}/faststall`,
  }),
  "routes/surveys/answer": ({ year, lastYear, actor }) => ({
    "answer-ready": `/skattning/${year}/${actor}/1:1`,
    "answer-begun": `/skattning/${year}/${actor}/2:7a`,
    "answer-earlier": `/skattning/${year}/${actor}/5:4`,
    "answer-changed": `/skattning/${year}/${actor}/5:6`,
    "answer-new": `/skattning/${year}/${actor}/5:7`,
    "answer-released": `/skattning/${lastYear}/${actor}/3:3`,
  }),
  "routes/surveys/autosave": nowhere,
  "routes/surveys/earlier": nowhere,
  "routes/surveys/history": ({ year, lastYear, actor }) => ({
    history: `/skattning/${year}/${actor}/1:1/historik`,
    "history-released": `/skattning/${lastYear}/${actor}/3:3/historik`,
  }),
  "routes/surveys/common-functions": ({ year }) => ({ "common-functions": `/skattning/${year}/gemensamma-funktioner` }),
  "routes/surveys/measures": ({ year, actor }) => ({ measures: `/skattning/${year}/${actor}/atgarder` }),
  "routes/surveys/workbook": ({ year, actor }) => ({ workbook: `/skattning/${year}/${actor}/arbetsbok` }),
  "routes/surveys/workbook-file": nowhere,
  "routes/surveys/questionnaire": () => ({ questionnaire: "/formular/2019" }),
  "routes/occurrences/occurrences": () => ({ occurrences: "/handelser" }),
  "routes/occurrences/occurrence-new": () => ({ "occurrence-new": "/handelser/ny" }),
  "routes/occurrences/occurrence": () => ({ occurrence: "/handelser/1" }),
  "routes/results/heatmap": ({ year, lastYear }) => ({
    heatmap: `/resultat/${lastYear}`,
    "heatmap-open": `/resultat/${year}`,
    "heatmap-chosen": `/resultat/${lastYear}?kategori=${encodeURIComponent("blåljus")}&status=under&ordning=brist&delformaga=2:5`,
    "heatmap-ambition": `/resultat/${lastYear}?visa=ambition&grundformaga=3`,
    "heatmap-change": `/resultat/${year}?visa=skillnad-${lastYear}`,
    "heatmap-nothing": `/resultat/${lastYear}?kategori=trafik&status=ej-tillamplig&utpekad=kanske`,
  }),
  "routes/results/categories": ({ year, lastYear }) => ({
    categories: `/resultat/${lastYear}/kategorier`,
    "categories-change": `/resultat/${year}/kategorier?visa=skillnad-${lastYear}`,
  }),
  "routes/results/years": ({ year }) => ({ years: `/resultat/${year}/ar` }),
  "routes/results/actor": ({ year, lastYear, actor }) => ({
    "actor-result": `/resultat/${lastYear}/aktor/${actor}`,
    "actor-result-open": `/resultat/${year}/aktor/${actor}`,
  }),
  "routes/results/report": ({ year, lastYear, actor }) => ({
    report: `/resultat/${lastYear}/aktor/${actor}/rapport`,
    "report-open": `/resultat/${year}/aktor/${actor}/rapport`,
  }),
  "routes/results/report-docx": nowhere,
  "routes/results/cell": ({ lastYear, actor }) => ({ cell: `/resultat/${lastYear}/aktor/${actor}/2:5` }),
  "routes/results/overview": ({ year, lastYear }) => ({
    overview: `/resultat/${lastYear}/oversikt`,
    "overview-open": `/resultat/${year}/oversikt`,
  }),
  "routes/results/trends": ({ year, lastYear }) => ({
    trends: `/resultat/${lastYear}/utveckling`,
    "trends-sub": `/resultat/${lastYear}/utveckling?visa=2:5`,
    "trends-open": `/resultat/${year}/utveckling`,
  }),
  "routes/results/region": ({ year, lastYear }) => ({
    region: `/resultat/${lastYear}/regionen`,
    "region-open": `/resultat/${year}/regionen`,
  }),
  "routes/results/patterns": ({ year, lastYear }) => ({
    patterns: `/resultat/${lastYear}/monster`,
    "patterns-open": `/resultat/${year}/monster`,
    "patterns-cause": `/resultat/${lastYear}/monster?orsak=utbildning`,
  }),
  "routes/results/sub-capability": ({ year, lastYear }) => ({
    "sub-capability": `/resultat/${lastYear}/delformaga/2:5`,
    "sub-capability-open": `/resultat/${year}/delformaga/3:3`,
  }),
  "routes/results/loop": ({ year, lastYear }) => ({
    loop: `/resultat/${lastYear}/uppfoljning`,
    "loop-open": `/resultat/${year}/uppfoljning`,
  }),
  "routes/results/planning-basis": ({ year, lastYear }) => ({
    basis: `/resultat/${lastYear}/underlag`,
    "basis-open": `/resultat/${year}/underlag`,
  }),
  "routes/results/planning-basis-file": nowhere,
  "routes/results/council-basis-file": nowhere,
  "routes/results/cells-csv": nowhere,
  "routes/results/regional-csv": nowhere,
  "routes/plan/plans": () => ({ plans: "/verksamhetsplan" }),
  "routes/plan/goal-areas": () => ({ "goal-areas": "/verksamhetsplan/malomraden" }),
  "routes/plan/goal-area": () => ({ "goal-area": "/verksamhetsplan/malomraden/robusta-system" }),
  "routes/plan/plan": ({ year }) => ({
    plan: `/verksamhetsplan/${year}`,
    "plan-none": `/verksamhetsplan/${year + 1}`,
  }),
  "routes/plan/proposals": ({ year }) => ({ "plan-proposals": `/verksamhetsplan/${year}/forslag` }),
  "routes/plan/activity-new": ({ year }) => ({ "activity-new": `/verksamhetsplan/${year}/aktivitet/ny` }),
  "routes/plan/activity": ({ year }) => ({ activity: `/verksamhetsplan/${year}/aktivitet/1` }),
  "routes/plan/activity-edit": ({ year }) => ({ "activity-edit": `/verksamhetsplan/${year}/aktivitet/1/andra` }),
  "routes/plan/follow-up": ({ year }) => ({ "plan-follow-up": `/verksamhetsplan/${year}/uppfoljning` }),
  "routes/plan/adopt": ({ year }) => ({ "plan-adopt": `/verksamhetsplan/${year}/anta` }),
  "routes/plan/present": ({ year }) => ({ "plan-present": `/verksamhetsplan/${year}/presentera` }),
  "routes/plan/plan-file": nowhere,
  "routes/plan/difference": ({ year, lastYear }) => ({
    "plan-difference": `/verksamhetsplan/${year}/skillnad`,
    "plan-difference-adopted": `/verksamhetsplan/${lastYear}/skillnad`,
  }),
};

/** What someone who is not signed in can open; `token`: of a one-time link that works. */
export function anonymousPages(token: string): Page[] {
  return [
    { name: "sign-in", path: "/logga-in", status: 200 },
    { name: "one-time-link", path: `/engangslank/${token}`, status: 200 },
    { name: "expired-link", path: "/engangslank/utgangen", status: 404 },
    { name: "not-found", path: "/finns-inte", status: 404 },
  ];
}

/** The pages that differ between actors at different stages of the survey; the rest is shown for one of them. */
const stagePages: RouteId[] = [
  "routes/start",
  "routes/surveys/task-list",
  "routes/surveys/submit",
  "routes/surveys/approve",
];

/** Every page that the role may open, and one that does not exist. */
export function pagesFor(viewer: { role: Role; actorId: string | null }, place: Place): Page[] {
  const ids = (Object.keys(routeAccess) as RouteId[]).filter((id) => accessTo(id, viewer.role, "read") === "allowed");
  const isStage = viewer.actorId !== null && viewer.actorId !== shownActor;
  const open = ids
    .filter((id) => !isStage || stagePages.includes(id))
    .flatMap((id) => Object.entries(pathsOf[id](place)));
  const pages = open.map(([name, path]) => ({ name, path, status: 200 }));
  return [...pages, { name: "not-found", path: "/finns-inte", status: 404 }];
}
