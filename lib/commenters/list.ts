import { openEmail } from "@/lib/comments/contact";
import { maskAddress } from "@/lib/comments/mask";
import { listedOf, RULE, type ListedRule, type RuleRow } from "@/lib/commenters/listed-rule";
import { mayRule } from "@/lib/commenters/policy";
import { privateDb } from "@/lib/db/private";
import { isId } from "@/lib/ids";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** Rules on one page, and of those that ended lately at most. */
const PAGE = 50;
const MOST_ENDED = 10;

/** The rules in force, latest first, from after one on (untrusted), and on the first page what ended lately. Indexes: commenter_rule_holding, _ended. */
export async function listRules(
  actor: Actor,
  after: string | undefined,
  now = new Date(),
): Promise<Result<{ rules: ListedRule[]; ended: ListedRule[]; next: string | null }>> {
  if (!mayRule(actor)) return { ok: false, error: "forbidden" };
  const beyond = after && isId(after) ? { id: { lt: after } } : {};
  const holds = { endedAt: null, OR: [{ until: null }, { until: { gt: now } }] };
  const found = await privateDb.commenterRule.findMany({
    where: { ...holds, ...beyond },
    select: RULE,
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const ended = after
    ? []
    : await privateDb.commenterRule.findMany({
        where: { endedAt: { not: null }, OR: holds.OR },
        select: RULE,
        orderBy: { endedAt: "desc" },
        take: MOST_ENDED,
      });
  const rules = found.slice(0, PAGE);
  const masked = await maskedOf([...rules, ...ended].flatMap(({ commenter }) => (commenter ? [Buffer.from(commenter.emailHash)] : [])));
  const listed = (rows: RuleRow[]) => rows.map((row) => listedOf(actor, row, masked));
  return { ok: true, rules: listed(rules), ended: listed(ended), next: found.length > PAGE ? (rules.at(-1)?.id ?? null) : null };
}

/** The addresses of some digests, masked, of which a comment is kept. A page at most. Index: comment_contact (email_hash, comment_id). */
async function maskedOf(hashes: Buffer<ArrayBuffer>[]): Promise<Map<string, string>> {
  const rows = await privateDb.$queryRaw<{ sealed: Uint8Array; hash: string }[]>`
    select kept.email_sealed as sealed, encode(wanted.hash, 'hex') as hash
    from unnest(${hashes}::bytea[]) as wanted (hash)
      cross join lateral (select email_sealed from comment_contact where email_hash = wanted.hash limit 1) as kept`;
  return new Map(rows.map(({ sealed, hash }) => [hash, maskAddress(openEmail(sealed))]));
}
