import { privateDb } from "@/lib/db/private";

/** What a text said before and after something was taken out of it (null where that is not known), and whether it was changed again since. */
export interface Change {
  before: string;
  after: string | null;
  isChangedSince: boolean;
}

/** A decision, and the reply as it is. */
interface Asked {
  /** The ledger's row. */
  eventId: string;
  comment: { editedAt: Date | null };
}

/** What decisions changed about texts. Takes the decisions of one page. Returns by the ledger's row those that changed any. Index: comment_edit (event_id). */
export async function changesBy(asked: Asked[]): Promise<Map<string, Change>> {
  const edits = await privateDb.commentEdit.findMany({
    where: { eventId: { in: asked.flatMap(({ eventId }) => eventId || []) } },
    select: { eventId: true, before: true, after: true, at: true },
  });
  return new Map(
    edits.map(({ eventId, at, ...edit }) => {
      const comment = asked.find((each) => each.eventId === eventId)?.comment;
      return [eventId, { ...edit, isChangedSince: at.getTime() !== comment?.editedAt?.getTime() }];
    }),
  );
}
