// A share (andel) is a fraction of whole numbers. It is computed exactly and rounded half up to 6 decimals only for output (method § 5).

const millionths = 1_000_000;

/**
 * part ÷ whole, rounded half up to 6 decimals; null without a divisor.
 * Whole numbers only: a remainder, not a floating-point quotient, decides which way it rounds. Exact for counts up to 10⁹.
 */
export function shareOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const numerator = 2 * part * millionths + whole;
  const rounded = (numerator - (numerator % (2 * whole))) / (2 * whole);
  return rounded / millionths;
}

/** Orders part ÷ whole fractions exactly, by cross-multiplication: negative when the first is smaller. Divisors must be positive. */
export function compareShares(a: { part: number; whole: number }, b: { part: number; whole: number }): number {
  return a.part * b.whole - b.part * a.whole;
}

/** A share as whole per cent. 0 and 100 stand only where it is exactly so. */
export function percentOf(share: number): number {
  // The share has 6 decimals: in millionths it is whole again, so that .285 does not become 28.499….
  const percent = Math.round(Math.round(share * millionths) / 10_000);
  if (percent === 0 && share > 0) return 1;
  return percent === 100 && share < 1 ? 99 : percent;
}
