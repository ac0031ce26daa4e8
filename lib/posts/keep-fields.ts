import { recordAudit } from "@/lib/audit/record";
import type { RevisionKind } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import type { CurrentPost } from "@/lib/posts/current";
import type { DraftFields } from "@/lib/posts/draft";
import { fieldsOf } from "@/lib/posts/editable";
import { mayEditAllPosts } from "@/lib/posts/policy";
import { newestRevision, writeRevision } from "@/lib/posts/revision";
import { showDraft, type Saved } from "@/lib/posts/show-draft";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** What is kept, how it came about, and under which name the ledger has it. */
export interface Kept {
  kind: RevisionKind;
  saveKey: string | null;
  fields: DraftFields;
  act: "post.save" | "post.restore";
  /** Whether the post was made for it a moment ago. */
  isNew?: boolean;
}

/**
 * Keeps fields as a post's newest revision, and shows them as far as `showDraft` does: what a save and a restored
 * revision share. Who calls it has checked the policy and locked the post. Who may not choose by-lines leaves them as
 * they are. The ledger is told of each revision that begins; an autosave that goes on in one is none.
 */
export async function keepFields(tx: Tx, actor: Actor, post: CurrentPost, kept: Kept): Promise<Result<Saved>> {
  const { kind, saveKey, act, isNew = false } = kept;
  const newest = await newestRevision(tx, post.id);
  if (!newest && !isNew) await keepRow(tx, post);
  const fields = { ...kept.fields, authorIds: mayEditAllPosts(actor) ? kept.fields.authorIds : newest?.fields.authorIds };
  const version = isNew ? post.version : post.version + 1;
  // What readers see stays a revision of its own: an autosave does not go on in it.
  const isShown = post.status === "published" && post.appliedVersion === post.version;
  const isBegun = await writeRevision(
    tx,
    isShown ? null : newest,
    { postId: post.id, version, kind, userId: actor.id, saveKey, fields },
    new Date(),
  );
  const shown = await showDraft(tx, fields, post, version);
  if (isBegun)
    await recordAudit(tx, {
      actorId: actor.id,
      act,
      subject: { type: "post", id: post.id },
      ...(!isNew && { from: { version: post.version, slug: post.slug } }),
      to: { version, slug: shown.slug },
    });
  return { ok: true, ...shown };
}

/** A post from before there were revisions has its text in its row alone, which this save may write over: it is kept first. */
async function keepRow(tx: Tx, post: CurrentPost): Promise<void> {
  const row = { postId: post.id, version: post.version, kind: "save" as const, userId: null, saveKey: null };
  await writeRevision(tx, null, { ...row, fields: await fieldsOf(tx, post, null) }, new Date());
}
