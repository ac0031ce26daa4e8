import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { mayModerate, mayRuleCategory } from "@/lib/comments/policy";
import type { Override } from "@/lib/comments/rules/in-force";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb, type Tx } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { discussionInput } from "@/lib/settings/discussion-input";
import type { Actor } from "@/lib/users/policy";

const { commentsOpen, commenters, moderation, closeAfterDays, guidelines } = discussionInput.shape;
/** An empty field: as what is above says. */
const inherits = z.literal("").transform(() => null);
const ofPost = z.object({
  id: z.uuid("postNotFound"),
  // It is closed in its own form; everything is held by its brake (shift/brake.ts).
  commentsOpen: z.union([inherits, z.literal("yes").transform(() => true)], "invalidChoice").default(null),
  commenters: z.union([inherits, commenters], "invalidChoice").default(null),
  moderation: z.union([inherits, moderation.exclude(["hold"])], "invalidChoice").default(null),
});
const ofCategory = z.object({
  id: z.uuid("notFound"),
  commentsOpen: z.union([inherits, commentsOpen], "invalidChoice").default(null),
  commenters: z.union([inherits, commenters], "invalidChoice").default(null),
  moderation: z.union([inherits, moderation], "invalidChoice").default(null),
  closeAfterDays: z.union([inherits, closeAfterDays], "invalidNumber").default(null),
  guidelines: guidelines.transform((text) => text || null).default(null),
});

/**
 * Sets how one post is discussed otherwise than its category, or the site, says. Takes untrusted `{ id, commentsOpen,
 * commenters, moderation }`, empty where it shall be as there. Refuses with `forbidden`, `invalid` with its fields, or `postNotFound`.
 */
export async function overridePost(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = ofPost.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, ...said } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result> => {
    const [post] = await tx.$queryRaw<unknown[]>`select from post where id = ${id}::uuid and kind = 'post' for no key update`;
    if (!post) return { ok: false, error: "postNotFound" };
    const to = { ...said, closeAfterDays: null, guidelines: null };
    const before = await tx.discussionOverride.findUnique({ where: { postId: id }, select: OVERRIDE });
    if (!differ(before, to)) return { ok: true };
    await store(tx, { postId: id }, to);
    await recordAudit(tx, { actorId: actor.id, act: "post.discuss", subject: { type: "post", id }, from: { ...before }, to });
    await markChanged(tx, tags.post(id));
    return { ok: true };
  });
}

/**
 * Sets how the posts of a category, and of those under it, are discussed otherwise than what is above says. Takes untrusted
 * `{ id, commentsOpen, commenters, moderation, closeAfterDays, guidelines }`, empty where it shall be as there. Refuses with
 * `forbidden`, `invalid` with its fields, or `notFound`.
 */
export async function overrideCategory(actor: Actor, input: unknown): Promise<Result> {
  if (!mayRuleCategory(actor)) return { ok: false, error: "forbidden" };
  const parsed = ofCategory.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, ...to } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result> => {
    const [category] = await tx.$queryRaw<unknown[]>`select from category where id = ${id}::uuid for no key update`;
    if (!category) return { ok: false, error: "notFound" };
    const before = await tx.discussionOverride.findUnique({ where: { categoryId: id }, select: OVERRIDE });
    if (!differ(before, to)) return { ok: true };
    await store(tx, { categoryId: id }, to);
    await recordAudit(tx, { actorId: actor.id, act: "category.discuss", subject: { type: "category", id }, from: { ...before }, to });
    await markChanged(tx, tags.category(id));
    return { ok: true };
  });
}

const KEYS = ["commentsOpen", "commenters", "moderation", "closeAfterDays", "guidelines"] as const;
const OVERRIDE = {
  commentsOpen: true,
  commenters: true,
  moderation: true,
  closeAfterDays: true,
  guidelines: true,
} satisfies Prisma.DiscussionOverrideSelect;

function differ(before: Record<(typeof KEYS)[number], unknown> | null, to: Override): boolean {
  return KEYS.some((key) => (before?.[key] ?? null) !== to[key]);
}

/** Who shall be as all others has no row. The thing is locked: two at once come one after the other. */
async function store(tx: Tx, on: { postId: string } | { categoryId: string }, to: Override): Promise<void> {
  await tx.discussionOverride.deleteMany({ where: on });
  if (KEYS.some((key) => to[key] !== null)) await tx.discussionOverride.create({ data: { ...on, ...to }, select: { id: true } });
}
