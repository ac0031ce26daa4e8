import type { Fired } from "@/lib/comments/checks/check";
import { scoreOf } from "@/lib/comments/checks/decide";
import { storeChecks } from "@/lib/comments/checks/store";
import type { Contact } from "@/lib/comments/contact";
import type { Place } from "@/lib/comments/place";
import type { Tx } from "@/lib/db/private";

/** A comment that nobody decided on yet, as its row says it. */
interface NewComment extends Readonly<Place["at"]> {
  id: string;
  postId: string;
  name: string;
  website: string | null;
  body: string;
  avatar: Buffer<ArrayBuffer>;
  userId: string | null;
  awaitsProof: boolean;
}

/**
 * Stores a new comment as pending, who wrote it apart from it, and the rules that fired on it. Comment and contact go
 * in one statement: each way to the database and back is a good part of what a reply costs.
 */
export async function storeComment(tx: Tx, comment: NewComment, contact: Contact, fired: Fired[]): Promise<void> {
  const { id, postId, parentId, rootId, depth, name, website, body, avatar, userId, awaitsProof } = comment;
  const { emailSealed, emailHash, ipPrefix, userAgent } = contact;
  await tx.$executeRaw`
    with made as (
      insert into comment (id, post_id, parent_id, root_id, depth, name, website, body, avatar, user_id, score, awaits_proof, created_at)
      values (${id}::uuid, ${postId}::uuid, ${parentId}::uuid, ${rootId}::uuid, ${depth}::int, ${name}, ${website}, ${body},
        ${avatar}, ${userId}::uuid, ${scoreOf(fired)}::int, ${awaitsProof}, clock_timestamp())
      returning id, created_at
    )
    insert into comment_contact (comment_id, email_sealed, email_hash, ip_prefix, user_agent, created_at)
    select id, ${emailSealed}::bytea, ${emailHash}::bytea, ${ipPrefix}, ${userAgent}, created_at from made`;
  await storeChecks(tx, id, fired);
}
