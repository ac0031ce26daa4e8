import { openEmail } from "@/lib/comments/contact";
import { maskAddress } from "@/lib/comments/mask";
import { findCommenter, type Found } from "@/lib/commenters/find";
import { listedOf, RULE, type ListedRule } from "@/lib/commenters/listed-rule";
import { mayRule } from "@/lib/commenters/policy";
import { domainsOf, targetOf } from "@/lib/commenters/target";
import type { CommentStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const MOST_NOTES = 100;
const MOST_COUNTED = 1_000;

/** A commenter as their page shows them, beside their replies. */
export interface CommenterPage {
  /** The keyed digest of their address. */
  emailHash: Buffer<ArrayBuffer>;
  /** Null when no comment of theirs is kept any more. */
  last: { commentId: string; name: string; maskedAddress: string; hasNetwork: boolean } | null;
  /** How many of their replies are in each state, without those that they took back; up to 1,000 each. */
  counts: { status: CommentStatus; count: number }[];
  /** When they opened a link that was mailed to the address; null: never. */
  provenAt: Date | null;
  rules: ListedRule[];
  notes: { id: string; text: string; createdAt: Date; by: string | null }[];
}

/**
 * What the newsroom knows of a commenter. Takes the key of their page (find.ts). `forbidden`, or `notFound` when it leads
 * to nobody. Indexes: comment_contact (email_hash, comment_id) and (email_hash, status), commenter_rule_target, commenter_note (commenter_id, id).
 */
export async function commenterPage(actor: Actor, key: string, now = new Date()): Promise<Result<{ commenter: CommenterPage }>> {
  if (!mayRule(actor)) return { ok: false, error: "forbidden" };
  const found = await findCommenter(privateDb, key);
  if (!found) return { ok: false, error: "notFound" };
  const { emailHash } = found;
  const [last, proven, notes, counts] = await Promise.all([
    lastOf(emailHash),
    privateDb.provenAddress.findUnique({ where: { emailHash } }),
    notesOf(found),
    countsOf(emailHash),
  ]);
  const domains = last ? domainsOf(last.email).map((domain) => targetOf("domain", domain)) : [];
  const rules = await privateDb.commenterRule.findMany({
    where: { target: { in: [emailHash, ...domains] }, endedAt: null, OR: [{ until: null }, { until: { gt: now } }] },
    select: RULE,
    orderBy: { id: "desc" },
    take: 10,
  });
  const masked = new Map(last ? [[emailHash.toString("hex"), maskAddress(last.email)]] : []);
  return {
    ok: true,
    commenter: {
      emailHash,
      last: last && { commentId: last.commentId, name: last.name, maskedAddress: maskAddress(last.email), hasNetwork: last.hasNetwork },
      counts,
      provenAt: proven?.provenAt ?? null,
      rules: rules.map((row) => listedOf(actor, row, masked)),
      notes: notes.map(({ user, ...note }) => ({ ...note, by: user?.name ?? null })),
    },
  };
}

async function lastOf(emailHash: Buffer<ArrayBuffer>) {
  const row = await privateDb.commentContact.findFirst({
    where: { emailHash },
    select: { commentId: true, emailSealed: true, ipPrefix: true, comment: { select: { name: true } } },
    orderBy: { commentId: "desc" },
  });
  return row && { commentId: row.commentId, email: openEmail(row.emailSealed), name: row.comment.name, hasNetwork: row.ipPrefix !== null };
}

async function countsOf(emailHash: Buffer<ArrayBuffer>): Promise<CommenterPage["counts"]> {
  return privateDb.$queryRaw`
    select status::text as status, count from unnest(enum_range(null::comment_status)) as every (status) cross join lateral (
      select count(*)::int as count from (
        select from comment_contact where email_hash = ${emailHash}::bytea and comment_contact.status = every.status limit ${MOST_COUNTED}
      ) as sent
    ) as counted where count > 0 order by every.status`;
}

async function notesOf({ id }: Found) {
  if (!id) return [];
  return privateDb.commenterNote.findMany({
    where: { commenterId: id },
    select: { id: true, text: true, createdAt: true, user: { select: { name: true } } },
    orderBy: { id: "desc" },
    take: MOST_NOTES,
  });
}
