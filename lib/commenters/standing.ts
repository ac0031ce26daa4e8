import { openEmail } from "@/lib/comments/contact";
import { domainsOf, targetOf } from "@/lib/commenters/target";
import type { CommenterEffect, CommenterScope } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import type { Refusal } from "@/lib/result";
import { prefixOf } from "@/lib/throttle/network";

/** Who writes, as far as is known: the address that was typed, from where. */
export interface Writer {
  email?: string;
  ip?: string | null;
  /** Signed in here: what is held against a network, which is many people's, is not held against them. */
  isColleague?: boolean;
}

/** What the newsroom said about somebody: that nothing more is taken, until when, and else how their replies are treated. */
export interface CommenterStanding {
  ban: { until: Date | null } | null;
  bent: Exclude<CommenterEffect, "ban"> | null;
}

interface Rule {
  scope: CommenterScope;
  effect: CommenterEffect;
  until: Date | null;
}

/**
 * What is in force about a writer. A ban of a network comes first: any address can be typed from there. Else the closest
 * counts, the address before its domain, the domain before the network, so that one person can be excepted from what is
 * said of many. Index: commenter_rule_target, a handful of keys.
 */
export async function standingOf(tx: Tx, { email, ip, isColleague = false }: Writer, now = new Date()): Promise<CommenterStanding> {
  const network = ip && !isColleague ? prefixOf(ip) : null;
  const targets = [
    ...(email ? [targetOf("address", email), ...domainsOf(email).map((domain) => targetOf("domain", domain))] : []),
    ...(network ? [targetOf("network", network)] : []),
  ];
  if (targets.length === 0) return { ban: null, bent: null };
  const rules = await tx.commenterRule.findMany({
    where: { target: { in: targets }, endedAt: null },
    select: { scope: true, effect: true, until: true, shown: true },
    take: targets.length,
  });
  return weigh(rules.filter(({ until }) => !until || until > now).sort((a, b) => (b.shown?.length ?? 0) - (a.shown?.length ?? 0)));
}

/** Which of the rules in force counts. Takes them with the longer of two domains first. */
export function weigh(rules: Rule[]): CommenterStanding {
  const by = (scope: CommenterScope) => rules.find((rule) => rule.scope === scope);
  const network = by("network");
  const first = network?.effect === "ban" ? network : (by("address") ?? by("domain") ?? network);
  if (!first) return { ban: null, bent: null };
  return first.effect === "ban" ? { ban: { until: first.until }, bent: null } : { ban: null, bent: first.effect };
}

/** The same for the author of a stored comment, from where they ask now, or else from where it came. Index: the primary key. */
export async function standingOfAuthor(tx: Tx, commentId: string, ip?: string): Promise<CommenterStanding & { isProven: boolean }> {
  const contact = await tx.commentContact.findUnique({
    where: { commentId },
    select: { emailSealed: true, ipPrefix: true, provenAt: true },
  });
  const from = ip ?? contact?.ipPrefix?.replace(/\/\d+$/, "");
  const standing = await standingOf(tx, { email: contact ? openEmail(contact.emailSealed) : undefined, ip: from });
  return { ...standing, isProven: Boolean(contact?.provenAt) };
}

/**
 * How a stored comment is treated: what is held is left to a person, whatever else speaks for it, and so is what came
 * before a ban. Trust counts for what was proven by the link mailed for this very comment: an address alone anybody types.
 */
export async function bentOf(tx: Tx, commentId: string): Promise<CommenterStanding["bent"]> {
  const { ban, bent, isProven } = await standingOfAuthor(tx, commentId);
  if (ban) return "hold";
  return bent === "trust" && !isProven ? null : bent;
}

/** What who is banned is answered: nothing of why, and until when where it ends. Null where nobody is. */
export function refusalOfBan({ ban }: Pick<CommenterStanding, "ban">): Refusal | null {
  if (!ban) return null;
  return ban.until ? { ok: false, error: "suspended", endsAt: ban.until.toISOString() } : { ok: false, error: "banned" };
}
