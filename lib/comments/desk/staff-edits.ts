import { doersOf } from "@/lib/audit/doers";
import type { Prisma } from "@/lib/db/generated/client";

/** How the newsroom changed a comment's text: who, by their name of today, when, and from what to what. */
export interface StaffEdit {
  who: string | null;
  at: Date;
  before: string;
  /** What it said by that, whoever changed it next; null where that is not known. */
  after: string | null;
}

/** Of each comment the last five changes that were not taken back. Index: comment_edit (comment_id, at). */
export const LAST_EDITS = {
  where: { undoneAt: null },
  orderBy: { at: "desc" },
  take: 5,
  select: { eventId: true, before: true, after: true, at: true },
} satisfies Prisma.Comment$editsArgs;

/** How the newsroom changed the texts of some comments, the first change first. Takes them with their LAST_EDITS; returns it by id. */
export async function staffEditsOf(
  comments: { id: string; edits: (Omit<StaffEdit, "who"> & { eventId: string })[] }[],
): Promise<Map<string, StaffEdit[]>> {
  const doers = await doersOf(comments.flatMap(({ edits }) => edits.map(({ eventId }) => eventId)));
  const written = ({ eventId, ...edit }: (typeof comments)[number]["edits"][number]) => ({
    ...edit,
    who: doers.get(eventId)?.name ?? null,
  });
  return new Map(comments.map(({ id, edits }) => [id, edits.map(written).reverse()]));
}
