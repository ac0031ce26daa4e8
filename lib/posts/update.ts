import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { applyNewest } from "@/lib/posts/apply";
import { lockPost } from "@/lib/posts/current";
import { mayPublishPost, mayWritePosts } from "@/lib/posts/policy";
import { updateInput } from "@/lib/posts/act-schema";
import { withStored, type StaleRefusal } from "@/lib/posts/stale";
import type { Stored } from "@/lib/posts/store";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Brings what was saved of a public post before its readers; with `showAsUpdated` its page says "Updated" with the date
 * of now. Takes untrusted `{ id, version, showAsUpdated }`: the version that the person has seen. Returns id, slug and
 * version, or `forbidden`, `postNotFound`, `staleVersion` with the stored text when somebody saved since, or `invalid`
 * with each field that is not finished. A post that is not public is left as it is.
 */
export async function updatePost(actor: Actor, input: unknown): Promise<Result<Stored> | StaleRefusal> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = updateInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, version, showAsUpdated } = parsed.data;
  const result = await transact<Stored>(async (tx) => {
    const post = await lockPost(tx, id);
    if (!post) return { ok: false, error: "postNotFound" };
    if (!mayPublishPost(actor, post)) return { ok: false, error: "forbidden" };
    if (post.version !== version) return { ok: false, error: "staleVersion" };
    if (post.status !== "published") return { ok: true, id, slug: post.slug, version };
    const applied = await applyNewest(tx, { actorId: actor.id }, post);
    if (applied.ok && showAsUpdated) await dateUpdate(tx, id);
    return applied;
  });
  return withStored(result, id);
}

async function dateUpdate(tx: Tx, id: string): Promise<void> {
  const { publishedAt } = await tx.post.update({ where: { id }, data: { revisedAt: new Date() }, select: { publishedAt: true } });
  await markChanged(tx, tags.post(id), ...(publishedAt ? [tags.month(publishedAt)] : []));
}
