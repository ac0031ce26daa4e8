import type { Actor } from "@/lib/users/policy";

/** Whether the actor may read the ledger: it tells when everybody who works here signs in, and what they do. */
export function mayReadLedger(actor: Actor): boolean {
  return actor.role === "administrator";
}
