import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb, type Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { lockPost } from "@/lib/posts/current";
import { categoryChoice } from "@/lib/posts/flow-schema";
import { mayPublishPost, mayWritePost, mayWritePosts } from "@/lib/posts/policy";
import { listTag } from "@/lib/posts/showing";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Puts a post into a category without opening it; readers of a public one see it at once, and changes that wait to be
 * taken over keep it. Takes untrusted `{ id, categoryId }` (categoryChoice). Returns ok, also when it is there already;
 * or `forbidden`, `postNotFound`, `invalid` with `categoryId: invalidChoice`, also for a static page, which has none.
 */
export async function setPostCategory(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = categoryChoice.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, categoryId } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const post = await lockPost(tx, id);
    if (!post) return { ok: false, error: "postNotFound" };
    const isPublic = post.status === "published";
    if (!mayWritePost(actor, post) || (isPublic && !mayPublishPost(actor, post))) return { ok: false, error: "forbidden" };
    if (post.kind === "page" || (categoryId && !(await tx.category.count({ where: { id: categoryId } }))))
      return { ok: false, error: "invalid", fields: { categoryId: ["invalidChoice"] } };
    const { categoryId: before } = await tx.post.findUniqueOrThrow({ where: { id }, select: { categoryId: true } });
    await keepInDraft(tx, id, categoryId);
    if (before === categoryId) return { ok: true };
    await tx.post.update({ where: { id }, data: { categoryId }, select: { id: true } });
    const moved = { from: { categoryId: before }, to: { categoryId } };
    await recordAudit(tx, { actorId: actor.id, act: "post.categorize", subject: { type: "post", id }, ...moved });
    if (!isPublic) return { ok: true };
    await markChanged(tx, tags.post(id), listTag(post.kind));
    await enqueue(tx, "post.relate", { postId: id });
    return { ok: true };
  });
}

/** Else the newest text, once it is taken over, would bring the old category back. Index: post_revision_post_id_version_key. */
async function keepInDraft(tx: Tx, postId: string, categoryId: string | null): Promise<void> {
  await tx.$executeRaw`
    update post_revision set fields = jsonb_set(fields, '{categoryId}', ${JSON.stringify(categoryId)}::jsonb)
    where post_id = ${postId}::uuid and version = (select max(version) from post_revision where post_id = ${postId}::uuid)`;
}
