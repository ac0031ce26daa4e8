import { recordAudit, type Doer } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { enqueue } from "@/lib/jobs/queue";
import { noteAddresses } from "@/lib/index-now/note-addresses";
import { applyNewest } from "@/lib/posts/apply";
import type { CurrentPost } from "@/lib/posts/current";
import { noteBack } from "@/lib/posts/gone";
import { lockForMove } from "@/lib/posts/move";
import { MOVES, mayWritePosts } from "@/lib/posts/policy";
import { postRef } from "@/lib/posts/schema";
import { showingTags } from "@/lib/posts/showing";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Makes a saved post public at once, or again. Its date is that of the first time. Takes `{ id }`, untrusted.
 * Returns the slug, also when it was public already; or `forbidden`, `postNotFound`, `wrongStatus` where the table of
 * moves leads nowhere, or `invalid` with the fields that are not finished: `body: required` when there is no text and
 * no picture to show.
 */
export async function publishPost(actor: Actor, input: unknown): Promise<Result<{ slug: string }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return transact(async (tx) => {
    const locked = await lockForMove(tx, actor, parsed.data.id, "publish");
    return locked.ok ? makePublic(tx, { actorId: actor.id }, locked.post) : locked;
  });
}

/**
 * The part that publishing shares with an import: the newest revision becomes what readers
 * see. Who calls it has checked the policy and locked the post. Refuses as `publishPost`.
 */
export async function makePublic(tx: Tx, by: Doer, post: CurrentPost): Promise<Result<{ slug: string }>> {
  if (post.status === "published") return { ok: true, slug: post.slug };
  if (!MOVES.publish.from.includes(post.status)) return { ok: false, error: "wrongStatus" };
  const ready = await makeReady(tx, by, post);
  if (!ready.ok) return ready;
  await showPost(tx, by, { ...post, slug: ready.slug });
  return ready;
}

/**
 * Takes the newest revision over, as what comes before readers or the desk must be whole. Who calls it has checked the
 * policy and locked the post. Returns the slug, or `invalid` with the fields that are not finished.
 */
export async function makeReady(tx: Tx, by: Doer, post: CurrentPost): Promise<Result<{ slug: string }>> {
  const applied = await applyNewest(tx, by, post);
  if (!applied.ok) return applied;
  if (await hasSomethingToShow(tx, post.id)) return { ok: true, slug: applied.slug };
  return { ok: false, error: "invalid", fields: { body: ["required"] } };
}

/** Brings a post before readers as its row stands. Who calls it has locked the post, asked the table of moves, and knows that there is something to show. */
export async function showPost(tx: Tx, by: Doer, post: CurrentPost): Promise<void> {
  const { id, status } = post;
  // The database's clock, since its policy compares with it (lib/db/visible.ts).
  await tx.$executeRaw`update post set status = 'published', scheduled_for = null, published_at = coalesce(published_at, now()) where id = ${id}::uuid`;
  await recordAudit(tx, { ...by, act: "post.publish", subject: { type: "post", id }, from: { status }, to: { status: "published" } });
  // Another post may have stood here that is gone for good.
  await noteBack(tx, post);
  await markChanged(tx, ...(await showingTags(tx, post)));
  await enqueue(tx, "post.relate", { postId: id });
  await noteAddresses(tx, post.slug);
}

/** Whether a post has a text or a picture: without either nothing comes before readers. Index: the primary key. */
export async function hasSomethingToShow(tx: Tx, id: string): Promise<boolean> {
  const { bodyText, _count } = await tx.post.findUniqueOrThrow({
    where: { id },
    select: { bodyText: true, _count: { select: { media: true } } },
  });
  return bodyText.trim() !== "" || _count.media > 0;
}
