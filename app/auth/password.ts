import { hash, verify } from "@node-rs/argon2";

// OWASP's password storage cheat sheet: argon2id with 19 MiB, two passes, one lane.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id (the library's default algorithm), encoded with its parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

let hashOfNothing: Promise<string> | undefined;

/**
 * True if the password fits the hash. Without a hash (no such person, or no password yet) it works as long before it
 * says false, so that the time does not tell whether an address is known.
 */
export async function passwordFits(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  hashOfNothing ??= hashPassword("ingen");
  const fits = await verify(passwordHash ?? (await hashOfNothing), password);
  return fits && passwordHash != null;
}
