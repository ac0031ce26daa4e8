import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { lockPost } from "@/lib/posts/current";
import { noteInput } from "@/lib/posts/flow-schema";
import { mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Leaves a note on a post for colleagues, or answers one; an answer opens a settled thread again. Takes untrusted
 * `{ id, parentId, text }` (noteInput). Returns the note's id; or `forbidden` for whom may not open the post,
 * `postNotFound`, `notFound` when the thread is not there, `invalid`.
 */
export async function addNote(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = noteInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id: postId, parentId, text } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const post = await lockPost(tx, postId);
    if (!post) return { ok: false, error: "postNotFound" };
    if (!mayReadPost(actor, post)) return { ok: false, error: "forbidden" };
    if (parentId) {
      // Answers hang under the note that began the thread, so that a thread is settled as one.
      const where = { id: parentId, postId, parentId: null };
      const { count } = await tx.postNote.updateMany({ where, data: { resolvedAt: null, resolvedById: null } });
      if (count === 0) return { ok: false, error: "notFound" };
    }
    const note = await tx.postNote.create({ data: { postId, parentId, userId: actor.id, body: text }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "post.note", subject: { type: "post", id: postId }, to: { noteId: note.id } });
    return { ok: true, id: note.id };
  });
}
