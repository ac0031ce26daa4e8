import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";

/** One row of the ledger: ids and codes only, never a reader's text, name or address. */
export interface AuditEntry {
  /** Who did it; null for the site itself (a job, an import, the first start). */
  actorId: string | null;
  /** `noun.verb`, such as `comment.approve`. */
  act: string;
  subject: { type: "post" | "comment" | "user" | "media" | "setting" | "category" | "tag" | "mail"; id: string };
  from?: Prisma.InputJsonValue;
  to?: Prisma.InputJsonValue;
  why?: string;
}

/** Adds a row to the ledger, in the transaction of the act that it tells of. Returns the row's id. */
export async function recordAudit(tx: Tx, { subject, ...entry }: AuditEntry): Promise<string> {
  const row = await tx.auditEvent.create({ data: { ...entry, subjectType: subject.type, subjectId: subject.id }, select: { id: true } });
  return row.id;
}
