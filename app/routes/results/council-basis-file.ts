import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "#auth/require-access.ts";
import { basisFile } from "./basis-file.ts";

export function loader(args: LoaderFunctionArgs) {
  const user = requireAccess(args, "routes/results/council-basis-file");
  return basisFile(args, user, { isCouncil: true });
}
