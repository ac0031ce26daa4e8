import { recordAudit, type Doer } from "@/lib/audit/record";
import type { Tx } from "@/lib/db/private";
import type { CurrentPost } from "@/lib/posts/current";
import { newestRevision } from "@/lib/posts/revision";
import { postInput } from "@/lib/posts/schema";
import { storePost, type Stored } from "@/lib/posts/store";
import { invalid, type Result } from "@/lib/result";

/**
 * Takes a post's newest revision over into its row, from which readers' pages are made; the acts that publish, schedule
 * or submit a post call it first. Who calls it has checked the policy and locked the post. Returns id, slug and version
 * (also when the row shows the newest already), or `invalid` with each field that is not finished.
 */
export async function applyNewest(tx: Tx, by: Doer, post: CurrentPost): Promise<Result<Stored>> {
  const { id, kind, slug, version, appliedVersion } = post;
  // The next autosave begins a revision of its own: what readers see stays to be looked up.
  await tx.postRevision.updateMany({ where: { postId: id, version, kind: "autosave" }, data: { kind: "save" } });
  if (appliedVersion === version) return { ok: true, id, slug, version };
  const newest = await newestRevision(tx, id);
  if (!newest) throw new Error("A post's version was never kept as a revision.");
  const parsed = postInput.safeParse({ ...newest.fields, id, kind });
  if (!parsed.success) return invalid(parsed.error);
  const stored = await storePost(tx, parsed.data, post, version);
  if (!stored.ok) return stored;
  await recordAudit(tx, {
    ...by,
    act: "post.update",
    subject: { type: "post", id },
    from: { version: appliedVersion, slug },
    to: { version, slug: stored.slug },
  });
  return stored;
}
