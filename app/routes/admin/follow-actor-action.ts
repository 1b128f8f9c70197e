import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import type { Db } from "#db/client.server.ts";
import { onBehalfBases } from "#domain/on-behalf.ts";
import { type FormErrors, type FormValues, formValues, textOf } from "#http/form.ts";
import { namedIn, yearParam } from "#http/params.ts";
import { invalid, redirectTo } from "#http/responses.ts";
import { approvalProblems } from "#text/approval.ts";
import { onBehalfProblems } from "#text/on-behalf.ts";
import { moreTimeProblems, remindProblems } from "#text/rounds.ts";
import { answerMoreTimeRequest } from "#usecases/answer-more-time-request.ts";
import { beginOnBehalf } from "#usecases/begin-on-behalf.ts";
import { endOnBehalf } from "#usecases/end-on-behalf.ts";
import type { MoveBy } from "#usecases/permit-move.ts";
import { remindActor } from "#usecases/remind-actor.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";

type Key = { year: number; actorId: string };
type Done = { ok: true; done: string } | { ok: false; errors: FormErrors };
type Act = (db: Db, key: Key, values: FormValues, by: MoveBy) => Done;

const done = (word: string): Done => ({ ok: true, done: word });
const refused = (field: string, sentence: string): Done => ({ ok: false, errors: { [field]: sentence } });
const text = (values: FormValues, name: string) => textOf(values, name).trim();

/** The field that a problem is about, by how the problem's name begins; "" is the form as a whole. */
function fieldOf(problem: string, fields: Record<string, string>): string {
  return Object.entries(fields).find(([start]) => problem.startsWith(start))?.[1] ?? "";
}

const reopen: Act = (db, key, values, by) => {
  const input = { ...key, reason: text(values, "reason"), lastDay: text(values, "lastDay") };
  const result = reopenAssessment(db, input, by);
  if (result.ok) return done("ateroppnad");
  return refused(fieldOf(result.problem, { last_day: "lastDay", reason: "reason" }), approvalProblems[result.problem]);
};

const begin: Act = (db, key, values, by) => {
  const basis = onBehalfBases.find((each) => each === textOf(values, "basis"));
  if (!basis) return refused("basis", onBehalfProblems.basis_missing);
  const input = { ...key, basis, basisDay: text(values, "basisDay"), note: text(values, "note") };
  const result = beginOnBehalf(db, input, by);
  if (result.ok) return done("fyller-i");
  const sentences = { ...approvalProblems, ...onBehalfProblems };
  return refused(fieldOf(result.problem, { basis_day: "basisDay", note: "note" }), sentences[result.problem]);
};

const end: Act = (db, key, _values, by) => {
  const result = endOnBehalf(db, key, by);
  return result.ok ? done("slutat") : refused("", { ...approvalProblems, ...onBehalfProblems }[result.problem]);
};

const answer =
  (isGranted: boolean): Act =>
  (db, key, values, by) => {
    const grantedDay = isGranted ? text(values, "grantedDay") : null;
    const input = { ...key, sequence: Number(text(values, "sequence")), grantedDay, note: text(values, "note") };
    const result = answerMoreTimeRequest(db, input, by);
    if (result.ok) return done(isGranted ? "mer-tid" : "nej");
    const field = fieldOf(result.problem, { granted_day: "grantedDay", note: "note" });
    return refused(field, { ...approvalProblems, ...moreTimeProblems }[result.problem]);
  };

const remind: Act = (db, key, _values, { now }) => {
  const result = remindActor(db, key, { now });
  return result.ok ? done("paminnd") : refused("", remindProblems[result.problem]);
};

const acts: Record<string, Act> = {
  reopen,
  remind,
  begin_on_behalf: begin,
  end_on_behalf: end,
  grant: answer(true),
  decline: answer(false),
};

export async function action(args: ActionFunctionArgs) {
  const user = requireAccess(args, "routes/admin/follow-actor");
  const { db, now } = args.context;
  const key = { year: yearParam(args.params.year), actorId: args.params.actor ?? "" };
  const values = formValues(await args.request.formData());
  const intent = textOf(values, "intent");
  const act = namedIn(acts, intent);
  const by = { now: now(), personId: user.personId, role: user.role };
  const result = act ? act(db, key, values, by) : refused("", "Välj vad som ska hända med aktören.");
  if (!result.ok) return invalid({ ok: false, values, errors: result.errors });
  const round = `/omgangar/${key.year}`;
  const page = textOf(values, "from") === "round" ? round : `${round}/${encodeURIComponent(key.actorId)}`;
  return redirectTo(`${page}?nu=${result.done}`);
}
