import { recordAudit } from "@/lib/audit/record";
import { openEmail } from "@/lib/comments/contact";
import { findCommenter, keepCommenter, type Found } from "@/lib/commenters/find";
import { isRulable, mayRule } from "@/lib/commenters/policy";
import { ruleInput, thatInput, writeTarget, type RuleInput } from "@/lib/commenters/schema";
import { domainOf, targetOf } from "@/lib/commenters/target";
import { daysAfter } from "@/lib/days";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { invalid, type Refusal, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Puts a rule about commenters in force, in the place of one of the same target. Takes untrusted fields (`ruleInput`) and
 * the time now. Returns the rule's id and that of the one that it took the place of. Refuses with `forbidden`, `invalid`
 * with its fields, `notFound` (nobody under that key, or nothing is known of their network any more).
 */
export async function setRule(actor: Actor, input: unknown, now = new Date()): Promise<Result<{ id: string; replaced: string | null }>> {
  if (!mayRule(actor)) return { ok: false, error: "forbidden" };
  const parsed = ruleInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { scope, effect, days, reason } = parsed.data;
  if (!isRulable(actor, scope)) return { ok: false, error: "forbidden", fields: { scope: ["forbidden"] } };
  const until = days === "" ? null : daysAfter(now, Number(days));
  return transact(async (tx): Promise<Result<{ id: string; replaced: string | null }>> => {
    const aim = await aimOf(tx, parsed.data);
    if ("ok" in aim) return aim;
    const replaced = await endOf(tx, aim.target, now);
    const { id } = await tx.commenterRule.create({
      data: { scope, effect, until, reason, ...aim, createdAt: now, createdById: actor.id },
      select: { id: true },
    });
    await tell(
      tx,
      actor,
      "commenter.rule",
      { id, commenterId: aim.commenterId },
      { scope, effect, days: days === "" ? null : Number(days) },
    );
    return { ok: true, id, replaced };
  });
}

/** Lifts a rule. Takes untrusted `{ id }` and the time now. Lifted already, it is done. Refuses with `forbidden`, `notFound`. */
export async function liftRule(actor: Actor, input: unknown, now = new Date()): Promise<Result<{ id: string }>> {
  return transact(async (tx): Promise<Result<{ id: string }>> => {
    const rule = await mine(tx, actor, input);
    if ("ok" in rule) return rule;
    if (rule.endedAt) return { ok: true, id: rule.id };
    await tx.commenterRule.update({ where: { id: rule.id }, data: { endedAt: now }, select: { id: true } });
    await tell(tx, actor, "commenter.lift", rule, { scope: rule.scope, effect: rule.effect });
    return { ok: true, id: rule.id };
  });
}

/**
 * Puts a lifted rule back in force as it was, also in the place of one that came since. Takes untrusted `{ id }` and the
 * time now. Refuses with `forbidden`, `notFound`, and `timePast` when its time is over.
 */
export async function restoreRule(actor: Actor, input: unknown, now = new Date()): Promise<Result<{ id: string }>> {
  return transact(async (tx): Promise<Result<{ id: string }>> => {
    const rule = await mine(tx, actor, input);
    if ("ok" in rule) return rule;
    if (!rule.endedAt) return { ok: true, id: rule.id };
    if (rule.until && rule.until <= now) return { ok: false, error: "timePast" };
    await endOf(tx, rule.target, now);
    await tx.commenterRule.update({ where: { id: rule.id }, data: { endedAt: null }, select: { id: true } });
    await tell(tx, actor, "commenter.restore", rule, { scope: rule.scope, effect: rule.effect });
    return { ok: true, id: rule.id };
  });
}

interface Aim {
  target: Buffer<ArrayBuffer>;
  shown: string | null;
  commenterId: string | null;
}

async function aimOf(tx: Tx, { key, scope, target }: RuleInput): Promise<Aim | Refusal> {
  const found = key ? await findCommenter(tx, key) : null;
  if (key && !found) return { ok: false, error: "notFound" };
  const of = found ? await ofCommenter(tx, found, scope) : writeTarget(scope, target);
  if (scope === "address") {
    const emailHash = found?.emailHash ?? targetOf("address", of ?? "");
    return { target: emailHash, shown: null, commenterId: await keepCommenter(tx, emailHash) };
  }
  if (!of) return { ok: false, error: "notFound" };
  return { target: targetOf(scope, of), shown: of, commenterId: null };
}

/** The domain or the last network of a commenter; null when nothing is kept of it. Index: comment_contact (email_hash). */
async function ofCommenter(tx: Tx, { emailHash }: Found, scope: RuleInput["scope"]): Promise<string | null> {
  if (scope === "address") return null;
  const last = await tx.commentContact.findFirst({
    where: { emailHash, ...(scope === "network" && { ipPrefix: { not: null } }) },
    select: { emailSealed: true, ipPrefix: true },
    orderBy: { commentId: "desc" },
  });
  return (scope === "network" ? last?.ipPrefix : last && domainOf(openEmail(last.emailSealed))) || null;
}

/** Ends what holds of a target; two who rule on it at once come one after the other. Index: commenter_rule_target. */
async function endOf(tx: Tx, target: Uint8Array, now: Date): Promise<string | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(encode(${target}::bytea, 'hex')))`;
  const [last] = await tx.commenterRule.updateManyAndReturn({
    where: { target: Buffer.from(target), endedAt: null },
    data: { endedAt: now },
    select: { id: true },
  });
  return last?.id ?? null;
}

async function mine(tx: Tx, actor: Actor, input: unknown) {
  if (!mayRule(actor)) return { ok: false, error: "forbidden" } as const;
  const { data } = thatInput.safeParse(input);
  const rule = data && (await tx.commenterRule.findUnique({ where: data }));
  if (!rule) return { ok: false, error: "notFound" } as const;
  return isRulable(actor, rule.scope) ? rule : ({ ok: false, error: "forbidden" } as const);
}

/** Of a rule on an address the ledger names whose; of one on many the rule. */
async function tell(
  tx: Tx,
  actor: Actor,
  act: "commenter.rule" | "commenter.lift" | "commenter.restore",
  { id, commenterId }: { id: string; commenterId: string | null },
  to: Record<string, string | number | null>,
): Promise<void> {
  await recordAudit(tx, { actorId: actor.id, act, subject: { type: "commenter", id: commenterId ?? id }, to });
}
