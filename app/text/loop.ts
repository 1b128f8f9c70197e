// What is said of how levels moved after what was done. Never of why: nobody knows that from two numbers.
import { type Movement, type MovementCounts, movements } from "#domain/loop.ts";

const words: Record<Movement, string> = {
  up: "högre",
  same: "lika",
  down: "lägre",
  not_comparable: "går inte att jämföra",
  not_answered: "svarade inte båda åren",
};

/** `6 högre, 5 lika, 1 lägre, 2 svarade inte båda åren`; null: withheld. */
export function movementText(counts: MovementCounts | null): string {
  if (counts === null) return "visas inte: det skulle röja några få aktörers svar";
  const parts = movements
    .filter((movement) => counts[movement] > 0)
    .map((movement) => `${counts[movement]} ${words[movement]}`);
  return parts.join(", ") || "ingen aktör";
}

export const loopTexts = {
  noCause:
    "Siffrorna säger vad som har hänt med nivåerna, inte varför. De aktörer som en aktivitet gällde valdes ofta för att de låg lågt, och annat kan ha hänt under tiden.",
  bothYears:
    "En aktör som bara var med ett av åren räknas bland dem som inte svarade båda åren. En rad kan därför ha fler aktörer än årets omgång.",
  council: "Ett värde visas bara när minst fem aktörer har svarat båda åren, och de som inte svarat räknas inte med.",
  asReleased: "Plan och åtgärder är med så som de stod när resultatet släpptes.",
  measures: "Aktörernas egna åtgärder",
} as const;
