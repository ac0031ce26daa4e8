import { transact } from "@/lib/db/transact";
import { lockPost } from "@/lib/posts/current";
import { draftOf } from "@/lib/posts/draft";
import { keepFields } from "@/lib/posts/keep-fields";
import { mayWritePost, mayWritePosts } from "@/lib/posts/policy";
import { restoreInput } from "@/lib/posts/act-schema";
import type { Saved } from "@/lib/posts/show-draft";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Makes an older revision's text the newest one: as a revision of its own, so that nothing that came after it is lost.
 * As with a save, a public post's readers see it after an update. Takes untrusted `{ id, version, revision }`: the post,
 * the version that the person has seen, the one to bring back. Returns id, slug and version; or `forbidden`, `invalid`,
 * `postNotFound`, `notFound` for a revision that is not there, `staleVersion` when somebody saved since.
 */
export async function restoreRevision(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = restoreInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, version, revision } = parsed.data;
  return transact(async (tx) => {
    const post = await lockPost(tx, id);
    if (!post) return { ok: false, error: "postNotFound" };
    if (!mayWritePost(actor, post)) return { ok: false, error: "forbidden" };
    if (post.version !== version) return { ok: false, error: "staleVersion" };
    const old = await tx.postRevision.findFirst({ where: { postId: id, version: revision }, select: { fields: true, schema: true } });
    if (!old) return { ok: false, error: "notFound" };
    return keepFields(tx, actor, post, { kind: "restore", saveKey: null, fields: draftOf(old.fields, old.schema), act: "post.restore" });
  });
}
