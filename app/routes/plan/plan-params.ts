import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#http/responses.ts";

/** The year of a plan's address; throws the 404 page for what is none. */
export function planYear(params: LoaderFunctionArgs["params"]): number {
  const { year = "" } = params;
  if (!/^[1-9]\d{3}$/.test(year)) throw notFound(`Planen för ${year} finns inte.`);
  return Number(year);
}

/** The number of an activity's address; throws the 404 page for what is none. */
export function activityNumber({ number = "" }: LoaderFunctionArgs["params"]): number {
  if (!/^[1-9]\d{0,5}$/.test(number)) throw notFound("Aktiviteten finns inte.");
  return Number(number);
}

/** The version that the address asks for; undefined where it asks for none. */
export function askedVersion(request: Request): number | undefined {
  const version = new URL(request.url).searchParams.get("version");
  return version !== null && /^\d{1,4}$/.test(version) ? Number(version) : undefined;
}

export function planPath(year: number): string {
  return `/verksamhetsplan/${year}`;
}
