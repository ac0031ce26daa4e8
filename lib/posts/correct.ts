import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { noteAddresses } from "@/lib/index-now/note-addresses";
import { lockPost } from "@/lib/posts/current";
import { correctionInput } from "@/lib/posts/flow-schema";
import { mayPublishPost, mayWritePosts } from "@/lib/posts/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Tells readers under a post what was wrong in it, with today's date. Takes untrusted `{ id, text }` (correctionInput).
 * Returns the correction's id; or `forbidden`, `postNotFound`, `wrongStatus` where readers never saw the post, `invalid`.
 */
export async function correctPost(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = correctionInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id: postId, text } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const post = await lockPost(tx, postId);
    if (!post) return { ok: false, error: "postNotFound" };
    if (!mayPublishPost(actor, post)) return { ok: false, error: "forbidden" };
    if (!post.wasPublic) return { ok: false, error: "wrongStatus" };
    const correction = await tx.correction.create({ data: { postId, userId: actor.id, text }, select: { id: true } });
    await recordAudit(tx, {
      actorId: actor.id,
      act: "post.correct",
      subject: { type: "post", id: postId },
      to: { correctionId: correction.id },
    });
    await markChanged(tx, tags.post(postId));
    if (post.status === "published") await noteAddresses(tx, post.slug);
    return { ok: true, id: correction.id };
  });
}
