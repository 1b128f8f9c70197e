import type { RoundState } from "#domain/round.ts";

export const roundStateNames: Record<RoundState, string> = {
  planned: "Planerad",
  open: "Öppen",
  closed: "Stängd",
  released: "Släppt",
};
