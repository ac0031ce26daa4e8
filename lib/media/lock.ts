import type { Tx } from "@/lib/db/private";

/** A picture as an act finds it, its row locked until the transaction ends. */
export interface CurrentPicture {
  id: string;
  edition: number;
  uploadedById: string;
}

/**
 * Locks a picture (`for update`: no post can begin to use it meanwhile, whose foreign key asks for the row) and reads
 * it, or null. Index: the primary key.
 */
export async function lockPicture(tx: Tx, id: string): Promise<CurrentPicture | null> {
  const [found] = await tx.$queryRaw<CurrentPicture[]>`
    select id, edition, uploaded_by_id as "uploadedById" from media where id = ${id}::uuid for update`;
  return found ?? null;
}
