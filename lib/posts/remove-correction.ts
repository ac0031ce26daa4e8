import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { noteAddresses } from "@/lib/index-now/note-addresses";
import { lockPost } from "@/lib/posts/current";
import { mayPublishPost, mayWritePosts } from "@/lib/posts/policy";
import { postRef } from "@/lib/posts/schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Takes a correction back that was itself wrong; the ledger keeps that it stood there. Takes `{ id }`, the correction's,
 * untrusted. Returns ok; or `forbidden`, `notFound`.
 */
export async function removeCorrection(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const correction = await tx.correction.findUnique({ where: { id }, select: { postId: true } });
    const post = correction && (await lockPost(tx, correction.postId));
    if (!post) return { ok: false, error: "notFound" };
    if (!mayPublishPost(actor, post)) return { ok: false, error: "forbidden" };
    const { count } = await tx.correction.deleteMany({ where: { id } });
    if (count === 0) return { ok: false, error: "notFound" };
    const subject = { type: "post", id: post.id } as const;
    await recordAudit(tx, { actorId: actor.id, act: "post.removeCorrection", subject, from: { correctionId: id } });
    await markChanged(tx, tags.post(post.id));
    if (post.status === "published") await noteAddresses(tx, post.slug);
    return { ok: true };
  });
}
