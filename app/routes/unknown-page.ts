import { notFound } from "#http/responses.ts";

/** Every address that is none of ours: a route of its own, so that the page keeps its menu and speaks Swedish. */
export function loader() {
  throw notFound("Kontrollera adressen. Sidan kan också ha flyttats.");
}

/** Never shown: a route without a page would answer the bare text. */
export default function UnknownPage() {
  return null;
}
