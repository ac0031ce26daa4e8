import { privateDb } from "@/lib/db/private";

/** What a text said before and after something was taken out of it, and whether it was changed again since. */
export interface Change {
  before: string;
  after: string;
  isChangedSince: boolean;
}

/** A decision, and the reply as it is. */
interface Asked {
  /** The ledger's row. */
  eventId: string;
  comment: { id: string; body: string; editedAt: Date | null };
}

/** What decisions changed about texts. Takes the decisions of one page. Returns by the ledger's row those that changed any. Index: comment_edit (comment_id, at). */
export async function changesBy(asked: Asked[]): Promise<Map<string, Change>> {
  const edits = await privateDb.commentEdit.findMany({
    where: { commentId: { in: asked.map(({ comment }) => comment.id) } },
    orderBy: { at: "asc" },
    select: { eventId: true, commentId: true, before: true, at: true, undoneAt: true },
  });
  const changes = new Map<string, Change>();
  for (const { eventId, comment } of asked) {
    const edit = edits.find((each) => each.eventId === eventId);
    if (!edit) continue;
    const next = edits.find(({ commentId, at, undoneAt }) => commentId === comment.id && !undoneAt && at > edit.at);
    const isChangedSince = edit.at.getTime() !== comment.editedAt?.getTime();
    changes.set(eventId, { before: edit.before, after: next?.before ?? comment.body, isChangedSince });
  }
  return changes;
}
