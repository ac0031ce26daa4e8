import { privateDb } from "@/lib/db/private";

const MOST_NOTES = 1_000;
const MOST_RULES = 1_000;

/** What the newsroom keeps about somebody beside their replies, as they are told it. */
export interface NotedOfOwn {
  notes: { text: string; createdAt: Date }[];
  rules: { effect: string; reason: string; createdAt: Date; until: Date | null; endedAt: Date | null }[];
}

/**
 * What the newsroom noted about the person behind an address, and which rules it made about that, also those that are over:
 * theirs to know (GDPR, article 15(1)), without which colleague wrote it (15(4)). Takes the address's keyed digest.
 * Indexes: commenter (email_hash), commenter_note (commenter_id, id), commenter_rule (commenter_id).
 */
export async function notedOfAddress(emailHash: Uint8Array<ArrayBuffer>): Promise<NotedOfOwn> {
  const commenter = await privateDb.commenter.findUnique({
    where: { emailHash },
    select: {
      notes: { select: { text: true, createdAt: true }, orderBy: { id: "asc" }, take: MOST_NOTES },
      rules: {
        select: { effect: true, reason: true, createdAt: true, until: true, endedAt: true },
        orderBy: { id: "asc" },
        take: MOST_RULES,
      },
    },
  });
  return commenter ?? { notes: [], rules: [] };
}
