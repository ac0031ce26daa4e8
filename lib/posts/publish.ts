import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { enqueue } from "@/lib/jobs/queue";
import { applyNewest } from "@/lib/posts/apply";
import { lockPost, type CurrentPost } from "@/lib/posts/current";
import { mayPublishPost, mayWritePosts } from "@/lib/posts/policy";
import { postRef } from "@/lib/posts/schema";
import { showingTags } from "@/lib/posts/showing";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Makes a saved post public at once, or again. Its date is that of the first time. Takes `{ id }`, untrusted.
 * Returns the slug, also when it was public already; or `forbidden`, `postNotFound`, or `invalid` with the fields that
 * are not finished: `body: required` when there is no text and no picture to show.
 */
export async function publishPost(actor: Actor, input: unknown): Promise<Result<{ slug: string }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return transact(async (tx) => {
    const post = await lockPost(tx, parsed.data.id);
    if (!post) return { ok: false, error: "postNotFound" };
    if (!mayPublishPost(actor, post)) return { ok: false, error: "forbidden" };
    return makePublic(tx, actor.id, post);
  });
}

/**
 * The part that publishing shares with an import (actor null: the site itself). Who calls it has checked the policy
 * and locked the post.
 */
export async function makePublic(tx: Tx, actorId: string | null, post: CurrentPost): Promise<Result<{ slug: string }>> {
  const { id, status } = post;
  if (status === "published") return { ok: true, slug: post.slug };
  const applied = await applyNewest(tx, { actorId }, post);
  if (!applied.ok) return applied;
  const { slug } = applied;
  if (!(await hasSomethingToShow(tx, id))) return { ok: false, error: "invalid", fields: { body: ["required"] } };
  // The database's clock, since its policy compares with it (lib/db/visible.ts).
  await tx.$executeRaw`update post set status = 'published', published_at = coalesce(published_at, now()) where id = ${id}::uuid`;
  await recordAudit(tx, { actorId, act: "post.publish", subject: { type: "post", id }, from: { status }, to: { status: "published" } });
  await markChanged(tx, ...(await showingTags(tx, { ...post, slug })));
  await enqueue(tx, "post.relate", { postId: id });
  return { ok: true, slug };
}

async function hasSomethingToShow(tx: Tx, id: string): Promise<boolean> {
  const { bodyText, _count } = await tx.post.findUniqueOrThrow({
    where: { id },
    select: { bodyText: true, _count: { select: { media: true } } },
  });
  return bodyText.trim() !== "" || _count.media > 0;
}
