import type { RevisionKind } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { DOCUMENT_VERSION } from "@/lib/posts/document";
import { draftOf, type DraftFields } from "@/lib/posts/draft";

/** So long one revision takes the autosaves of one writer; then the next one begins, so that a day's work can be gone through. */
const SITTING_SECONDS = 10 * 60;

/** A post's newest revision: what was typed last, by whom, and the key of the save that wrote it. */
export interface NewestRevision {
  id: string;
  version: number;
  kind: RevisionKind;
  userId: string | null;
  createdAt: Date;
  saveKey: string | null;
  fields: DraftFields;
}

/**
 * The newest revision of a post, or null where nobody has saved it since there are revisions: then its row is all that
 * there is. Takes a transaction of the private client. Index: post_revision_post_id_version_key.
 */
export async function newestRevision(tx: Tx, postId: string): Promise<NewestRevision | null> {
  const row = await tx.postRevision.findFirst({
    where: { postId },
    select: { id: true, version: true, kind: true, userId: true, createdAt: true, saveKey: true, fields: true, schema: true },
    orderBy: { version: "desc" },
  });
  if (!row) return null;
  const { schema, ...rest } = row;
  return { ...rest, fields: draftOf(row.fields, schema) };
}

/** What a save keeps. */
export interface Written {
  postId: string;
  version: number;
  kind: RevisionKind;
  /** Null: the site itself. */
  userId: string | null;
  saveKey: string | null;
  fields: DraftFields;
}

/**
 * Keeps a save as a revision. An autosave is written on into the newest one when that is an autosave of the same
 * writer and the same sitting; every other save is a revision of its own. Takes the locked post's newest revision and
 * the time now. Returns whether a revision was begun.
 */
export async function writeRevision(tx: Tx, newest: NewestRevision | null, written: Written, now: Date): Promise<boolean> {
  const { postId, userId, ...row } = written;
  const data = { ...row, schema: DOCUMENT_VERSION, updatedAt: now };
  if (newest && row.kind === "autosave" && isSameSitting(newest, userId, now)) {
    await tx.postRevision.update({ where: { id: newest.id }, data, select: { id: true } });
    return false;
  }
  await tx.postRevision.create({ data: { ...data, postId, userId, createdAt: now }, select: { id: true } });
  return true;
}

/** What was applied, published or saved by hand is no autosave (any more): it stays as it is. */
function isSameSitting({ kind, userId, createdAt }: NewestRevision, writerId: string | null, now: Date): boolean {
  return kind === "autosave" && userId === writerId && now.getTime() - createdAt.getTime() < SITTING_SECONDS * 1000;
}
