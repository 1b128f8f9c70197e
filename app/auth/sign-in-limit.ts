const FAILURES_ALLOWED = 10;
const WINDOW_MS = 15 * 60_000;
const ADDRESSES_KEPT = 10_000;

type Attempts = { failures: number; since: number };

/** Counts failed sign-ins per e-mail address in this process: ten in a quarter of an hour, then a pause. */
export function createSignInLimit() {
  const attempts = new Map<string, Attempts>();
  const current = (email: string, now: Date): Attempts | undefined => {
    const found = attempts.get(email);
    return found && now.getTime() - found.since < WINDOW_MS ? found : undefined;
  };
  return {
    /** True where this address has failed too often to try again yet. */
    isReached: (email: string, now: Date) => (current(email, now)?.failures ?? 0) >= FAILURES_ALLOWED,
    fail: (email: string, now: Date) => {
      const { failures, since } = current(email, now) ?? { failures: 0, since: now.getTime() };
      // Made-up addresses must not fill the memory; forgetting the oldest is the lesser evil.
      if (attempts.size >= ADDRESSES_KEPT) attempts.delete(attempts.keys().next().value ?? email);
      attempts.set(email, { failures: failures + 1, since });
    },
    succeed: (email: string) => attempts.delete(email),
  };
}

export type SignInLimit = ReturnType<typeof createSignInLimit>;
