import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";

/** By what the site itself acts, where nobody does: what an import's command says, the clock, the first start, or a setting. */
export const RULES = ["import", "clock", "firstStart", "spamWords", "trusted", "publish"] as const;
export type Rule = (typeof RULES)[number];

/** Who did it: a person, or the site itself and by which rule. */
export type Doer = { actorId: string; rule?: undefined } | { actorId: null; rule: Rule };

/** One row of the ledger: ids and codes only, never a reader's text, name or address. */
export type AuditEntry = Doer & {
  /** `noun.verb`, such as `comment.approve`. */
  act: string;
  subject: { type: "post" | "comment" | "user" | "media" | "setting" | "category" | "tag" | "mail"; id: string };
  from?: Prisma.InputJsonValue;
  to?: Prisma.InputJsonValue;
  why?: string;
};

/** Adds a row to the ledger, in the transaction of the act that it tells of. Returns the row's id. */
export async function recordAudit(tx: Tx, { subject, ...entry }: AuditEntry): Promise<string> {
  const row = await tx.auditEvent.create({ data: { ...entry, subjectType: subject.type, subjectId: subject.id }, select: { id: true } });
  return row.id;
}
