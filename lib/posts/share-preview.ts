import { recordAudit } from "@/lib/audit/record";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { lockPost } from "@/lib/posts/current";
import { mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { previewPath } from "@/lib/posts/preview-key";
import { sharePreviewInput } from "@/lib/posts/act-schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const DAY_MS = 86_400_000;
/** An own link is given again while it opens for so long. */
const REUSED_MS = 60 * 60 * 1000;

/**
 * Makes a private link under which anyone who is given it sees a post as it was saved last, until it expires or is
 * ended (`endPreview`); with `reuse` an own one that opens anyway will do. Takes untrusted `{ id, days, reuse }`, and the
 * time now. Returns its path, or `forbidden`, `invalid`,
 * `postNotFound`.
 */
export async function sharePreview(actor: Actor, input: unknown, now = new Date()): Promise<Result<{ path: string }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = sharePreviewInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id: postId, days, reuse } = parsed.data;
  return transact<{ path: string }>(async (tx) => {
    const post = await lockPost(tx, postId);
    if (!post) return { ok: false, error: "postNotFound" };
    if (!mayReadPost(actor, post)) return { ok: false, error: "forbidden" };
    const again = reuse ? await ownLink(tx, postId, actor.id, new Date(now.getTime() + REUSED_MS)) : null;
    if (again) return { ok: true, path: previewPath(again.id) };
    const expiresAt = new Date(now.getTime() + days * DAY_MS);
    const { id } = await tx.previewLink.create({ data: { postId, userId: actor.id, createdAt: now, expiresAt }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "post.sharePreview", subject: { type: "post", id: postId }, to: { linkId: id, days } });
    return { ok: true, path: previewPath(id) };
  });
}

/** Index: preview_link (post_id, id). */
function ownLink(tx: Tx, postId: string, userId: string, until: Date) {
  return tx.previewLink.findFirst({
    where: { postId, userId, endedAt: null, expiresAt: { gt: until } },
    select: { id: true },
    orderBy: { id: "desc" },
  });
}
