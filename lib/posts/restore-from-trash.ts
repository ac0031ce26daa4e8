import { privateDb } from "@/lib/db/private";
import type { PostStatus } from "@/lib/db/generated/enums";
import { lockForMove, movePost } from "@/lib/posts/move";
import { mayWritePosts, restingStatus } from "@/lib/posts/policy";
import { postRef } from "@/lib/posts/schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Takes a post out of the trash: it is where it was, but never straight before readers again (`restingStatus`). Takes
 * `{ id }`, untrusted. Returns where it came back to; or `forbidden`, `postNotFound`, `wrongStatus`.
 */
export async function restorePost(actor: Actor, input: unknown): Promise<Result<{ status: PostStatus }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => {
    const locked = await lockForMove(tx, actor, parsed.data.id, "restore");
    if (!locked.ok) return locked;
    const status = restingStatus(locked.post);
    await movePost(tx, { actorId: actor.id }, locked.post, { act: "post.restore", to: status });
    return { ok: true, status };
  });
}
