import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { lockPost } from "@/lib/posts/current";
import { resolveInput } from "@/lib/posts/flow-schema";
import { mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Settles a thread of notes, or opens it again. Takes untrusted `{ id, isResolved }` (resolveInput), the id of the note
 * that began it. Returns ok, also when it was so already; or `forbidden`, `notFound`, `invalid`.
 */
export async function resolveNote(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = resolveInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, isResolved } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const note = await tx.postNote.findFirst({ where: { id, parentId: null }, select: { postId: true } });
    const post = note && (await lockPost(tx, note.postId));
    if (!post) return { ok: false, error: "notFound" };
    if (!mayReadPost(actor, post)) return { ok: false, error: "forbidden" };
    const { resolvedAt } = await tx.postNote.findUniqueOrThrow({ where: { id }, select: { resolvedAt: true } });
    if ((resolvedAt !== null) === isResolved) return { ok: true };
    const data = isResolved ? { resolvedAt: new Date(), resolvedById: actor.id } : { resolvedAt: null, resolvedById: null };
    await tx.postNote.update({ where: { id }, data, select: { id: true } });
    const act = isResolved ? "post.resolveNote" : "post.reopenNote";
    await recordAudit(tx, { actorId: actor.id, act, subject: { type: "post", id: post.id }, to: { noteId: id } });
    return { ok: true };
  });
}
