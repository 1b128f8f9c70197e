// Where the answer page asks for the earlier year's answer once a level has been saved while it is open.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorAccess } from "#auth/require-access.ts";
import { yearParam } from "#http/params.ts";
import { viewAnswer } from "#usecases/view-answer.ts";
import { unknownPart } from "./survey-params.ts";

/** The earlier year's answer in JSON, without its level while that is hidden. */
export function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const user = requireActorAccess(args, "routes/surveys/earlier", params.actor);
  const key = { year: yearParam(params.year), actorId: params.actor ?? "", code: params.code ?? "" };
  const found = viewAnswer(context.db, key, { now: context.now(), ...user });
  if (!found.ok) throw unknownPart(found.problem, params);
  return Response.json(found.view.earlier);
}
