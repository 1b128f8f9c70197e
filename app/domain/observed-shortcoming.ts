// What did not work in events and exercises, per sub-capability: beside the round's numbers when the next plan is drafted. Only what
// somebody wrote down; an event in which nothing is noted says nothing. Source: docs/the-year.md.

/** An observation: in which event or exercise, by which actor about itself (null: the office), and of which code. */
export type Observed = { occurrence: number; actorId: string | null; code: string; shortcomings: string };
/** In how many events and exercises something did not work, and which actors said so of themselves. */
export type ObservedShortcomings = { occurrences: number; actors: string[] };

/** By code; a code without shortcomings is not there. An actor, and an event or exercise, counts once however much it noted. */
export function observationsByCode(observations: readonly Observed[]): Map<string, ObservedShortcomings> {
  const short = observations.filter(({ shortcomings }) => shortcomings.trim() !== "");
  return new Map(
    [...new Set(short.map(({ code }) => code))].map((code) => {
      const ofCode = short.filter((each) => each.code === code);
      const actors = ofCode.flatMap(({ actorId }) => actorId ?? []);
      return [
        code,
        { occurrences: new Set(ofCode.map(({ occurrence }) => occurrence)).size, actors: [...new Set(actors)].sort() },
      ];
    }),
  );
}
