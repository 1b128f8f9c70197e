import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import type { Db } from "#db/client.server.ts";
import { findRound } from "#db/queries/rounds.ts";
import { formFailure } from "#http/form.ts";
import { namedIn, yearParam } from "#http/params.ts";
import { invalid, notFound, redirectTo } from "#http/responses.ts";
import { roundProblems } from "#text/admin.ts";
import { closeRound } from "#usecases/close-round.ts";
import { extendRound } from "#usecases/extend-round.ts";
import { openRound } from "#usecases/open-round.ts";
import type { MoveBy } from "#usecases/permit-move.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { withdrawRound } from "#usecases/withdraw-round.ts";

type Given = { year: number; closingDay: string; reason: string };
type Answer = { ok: true } | { ok: false; problem: keyof typeof roundProblems };
type Move = { done: string; confirm: boolean; run: (db: Db, given: Given, by: MoveBy) => Answer };

const moves: Record<string, Move> = {
  open: { done: "oppnad", confirm: true, run: openRound },
  extend: { done: "forlangd", confirm: false, run: extendRound },
  close: { done: "stangd", confirm: true, run: closeRound },
  release: { done: "slappt", confirm: true, run: releaseRound },
  withdraw: { done: "tillbakatagen", confirm: false, run: withdrawRound },
};

const fieldOf: Partial<Record<keyof typeof roundProblems, string>> = {
  closing_day_invalid: "closingDay",
  closing_day_past: "closingDay",
  closing_day_not_later: "closingDay",
  withdraw_reason_missing: "reason",
};

export async function action(args: ActionFunctionArgs) {
  const user = requireAccess(args, "routes/admin/round");
  const { db, now } = args.context;
  const year = yearParam(args.params.year);
  if (!findRound(db, year)) throw notFound(`Omgången ${year} finns inte.`);
  const form = await args.request.formData();
  const name = String(form.get("move"));
  const move = namedIn(moves, name);
  if (!move) return invalid(formFailure(form, { "": "Välj vad som ska hända med omgången." }));
  if (move.confirm && form.get("understood") !== "on") {
    return invalid(formFailure(form, { understood: "Kryssa i rutan först, så att det inte händer av misstag." }));
  }
  const text = (field: string) => String(form.get(field) ?? "").trim();
  const given = { year, closingDay: text("closingDay"), reason: text("reason") };
  const result = move.run(db, given, { now: now(), personId: user.personId, role: user.role });
  if (result.ok) return redirectTo(`/omgangar/${year}?nu=${move.done}`);
  const field = fieldOf[result.problem] ?? "";
  return invalid(formFailure(form, { [field]: roundProblems[result.problem] }));
}
