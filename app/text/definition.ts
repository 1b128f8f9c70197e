import type { Audience } from "#domain/definition.ts";

/** Who an indicator is directed to, where that is not every actor. */
export const audienceNotes: Record<Audience, string | null> = {
  all: null,
  designated: "bara utpekade aktörer",
  common_function: "gemensam funktion, ingen aktör svarar",
};
