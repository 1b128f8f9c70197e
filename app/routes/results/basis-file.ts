import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Role } from "#domain/access.ts";
import { yearParam } from "#http/params.ts";
import { fileResponse, notFound } from "#http/responses.ts";
import { madeByText } from "#text/planning-basis.ts";
import { basisFileNames, basisFormats, exportBasis } from "#usecases/export-basis.ts";
import { unknownRound } from "./unknown-round.ts";

/** The file that the address names, made now; 404 for a name that no file of the year's basis has. */
export async function basisFile(
  { context, params }: LoaderFunctionArgs,
  user: { name: string; role: Role },
  { isCouncil }: { isCouncil: boolean },
): Promise<Response> {
  const year = yearParam(params.year);
  const name = params.file ?? "";
  const format = basisFormats.find((each) => basisFileNames({ year, format: each, isCouncil }).includes(name));
  if (!format) throw notFound("Filen finns inte. Välj en på sidan Underlag.");
  const making = { now: context.now(), madeBy: madeByText(user) };
  const made = await exportBasis(context.db, { year, format, isCouncil }, making);
  if (!made.ok && made.problem === "unknown_round") throw unknownRound(context.db, year);
  if (!made.ok) throw notFound(`Rådets underlag för ${year} finns när omgången är släppt.`);
  const file = made.files.find((each) => each.name === name);
  if (!file) throw new Error(`The basis has no ${name}`);
  return fileResponse(name, file.content);
}
