import { daysAfter } from "@/lib/days";
import type { Actor } from "@/lib/users/policy";

/** Whether the actor may see what was frozen, keep it longer, and delete it. To freeze is any moderator's act (lib/comments/policy.ts). */
export function mayOpenEvidence(actor: Actor): boolean {
  return actor.role === "administrator" || actor.role === "editor";
}

/** So long frozen evidence is kept unless somebody keeps it longer: the authorities ask within weeks, or not at all. */
export const EVIDENCE_DAYS = 90;

/** Until when evidence is kept that is frozen, or kept on, now. */
export function evidenceUntil(now: Date): Date {
  return daysAfter(now, EVIDENCE_DAYS);
}
