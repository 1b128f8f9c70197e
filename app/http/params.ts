import { notFound } from "./responses.ts";

/** The year of an address; throws the 404 page for what is none. */
export function yearParam(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{3}$/.test(text)) throw notFound(`Omgången ${text ?? ""} finns inte.`);
  return Number(text);
}

/** What a table says of a name that comes from outside; undefined where it is no name in it, "constructor" included. */
export function namedIn<T>(table: Readonly<Record<string, T>>, name: string | null): T | undefined {
  return name !== null && Object.hasOwn(table, name) ? table[name] : undefined;
}
