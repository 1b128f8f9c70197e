// Where the answer page sends what is typed while it is typed: the same form as its button sends, answered in JSON.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireActorAccess } from "#auth/require-access.ts";
import type { SaveReply } from "#components/survey/draft.ts";
import { yearParam } from "#http/params.ts";
import { redirectTo } from "#http/responses.ts";
import { saveTyped } from "./answer-action.ts";
import { savedText } from "./saved-notice.ts";
import { surveyPath } from "./survey-params.ts";

/** Nothing to read here: the way leads to the page. After a sign-in that a save asked for, too. */
export function loader(args: LoaderFunctionArgs) {
  const { params } = args;
  requireActorAccess(args, "routes/surveys/autosave", params.actor);
  throw redirectTo(
    `${surveyPath(yearParam(params.year), params.actor ?? "")}/${encodeURIComponent(params.code ?? "")}`,
  );
}

export async function action(args: ActionFunctionArgs) {
  const outcome = await saveTyped(args, "routes/surveys/autosave");
  if (!outcome.ok) return Response.json({ ok: false, failure: outcome.failure } satisfies SaveReply, outcome);
  const { revision, savedAt, to, state } = outcome;
  const text = savedText({ savedAt, savedByName: null, onBehalf: null }, args.context.now()) ?? "";
  return Response.json({ ok: true, revision, text, to, state } satisfies SaveReply);
}
