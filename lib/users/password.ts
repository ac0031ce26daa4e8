import { hash, verify } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet, argon2id (which is what @node-rs/argon2 does unless told otherwise): 19 MiB of memory, 2 passes, 1 lane. */
export const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// A password that nobody knows, hashed with the parameters above: what there is to compare with when there is no account.
const NOBODYS_HASH = "$argon2id$v=19$m=19456,t=2,p=1$hno5vhCwdIgJwWAcB9O+/g$+jXEpy3lT+XOTevJjgXFcj6SaQufGg1WZ/KjPcWg0UU";

/** The argon2id hash of a password, as a PHC string. The password is brought to NFKC first (NIST SP 800-63B §3.1.1.2). */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), ARGON2ID);
}

/**
 * Whether a password is the one that was hashed. Without a hash (no such account, none set yet) it does the same
 * work and says no, so that the time tells nothing (CONTRACT.md 13).
 */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODYS_HASH, password.normalize("NFKC"));
  return matches && passwordHash != null;
}
