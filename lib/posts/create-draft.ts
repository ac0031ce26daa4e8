import type { PostKind } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { lockPost, type CurrentPost } from "@/lib/posts/current";

interface NewDraft {
  /** The id that an editor chose for it. */
  id?: string;
  kind: PostKind;
  lang: string;
  authorIds: string[];
}

/**
 * Makes an empty draft, whose first save follows in the same transaction; its address is its id until it has a title.
 * Returns it locked, or null when the id that was chosen is taken: by an earlier try of the same save.
 */
export async function createDraft(tx: Tx, { id = newId(), kind, lang, authorIds }: NewDraft): Promise<CurrentPost | null> {
  const row = { id, kind, lang, title: "", body: { type: "doc", content: [] }, slug: `post-${id}`, appliedVersion: 0 };
  const { count } = await tx.post.createMany({ data: row, skipDuplicates: true });
  if (count === 0) return null;
  await tx.postAuthor.createMany({ data: authorIds.map((userId, position) => ({ postId: id, userId, position })) });
  return lockPost(tx, id);
}
