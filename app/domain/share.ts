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
