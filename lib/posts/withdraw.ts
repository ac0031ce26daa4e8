import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { lockPost } from "@/lib/posts/current";
import { mayPublishPost, mayWritePosts } from "@/lib/posts/policy";
import { postRef } from "@/lib/posts/schema";
import { showingTags } from "@/lib/posts/showing";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Takes a public post off the site: its page, the lists and every Related Posts lose it at the next request; its
 * address stays its own. Takes `{ id }`, untrusted. Returns ok, also when it was not public; or `forbidden`,
 * `postNotFound`.
 */
export async function withdrawPost(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => {
    const post = await lockPost(tx, parsed.data.id);
    if (!post) return { ok: false, error: "postNotFound" };
    if (!mayPublishPost(actor, post)) return { ok: false, error: "forbidden" };
    if (post.status !== "published") return { ok: true };
    const { id } = post;
    await tx.post.update({ where: { id }, data: { status: "unpublished" }, select: { id: true } });
    await recordAudit(tx, {
      actorId: actor.id,
      act: "post.withdraw",
      subject: { type: "post", id },
      from: { status: "published" },
      to: { status: "unpublished" },
    });
    await markChanged(tx, ...(await showingTags(tx, post)));
    await enqueue(tx, "post.relate", { postId: id });
    return { ok: true };
  });
}
