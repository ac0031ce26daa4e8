import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { sendBackInput } from "@/lib/posts/flow-schema";
import { lockForMove, movePost } from "@/lib/posts/move";
import { mayWritePosts } from "@/lib/posts/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Gives a post back to who wrote it, with a note that says what is still to be done, and tells its authors by mail. Takes untrusted `{ id, note }`
 * (sendBackInput). Returns ok; or `forbidden`, `postNotFound`, `wrongStatus` (also when somebody else was quicker:
 * the note is then not stored, and still typed), `invalid`.
 */
export async function sendPostBack(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = sendBackInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, note } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const locked = await lockForMove(tx, actor, id, "sendBack");
    if (!locked.ok) return locked;
    if (locked.isDone) return { ok: false, error: "wrongStatus" };
    await movePost(tx, { actorId: actor.id }, locked.post, { act: "post.sendBack", to: "draft" });
    const { id: noteId } = await tx.postNote.create({ data: { postId: id, userId: actor.id, body: note }, select: { id: true } });
    await enqueue(tx, "mail.sentBack", { noteId });
    return { ok: true };
  });
}
