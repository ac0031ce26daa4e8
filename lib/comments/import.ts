import { recordAudit, type Doer } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { avatarOf } from "@/lib/comments/avatar";
import { sealContact } from "@/lib/comments/contact";
import { MAX_DEPTH } from "@/lib/comments/place";
import { clean, commentInput, MAX_NAME_CHARS } from "@/lib/comments/schema";
import type { Tx } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { cleanLine } from "@/lib/posts/clean-text";

/** A comment of another site's: what it was and stays, in the words that were typed there. */
export interface ForeignComment {
  /** Its number there, by which those that answer it name it. */
  number: number;
  /** The number of the one that it answers; 0: none. */
  answers: number;
  isApproved: boolean;
  name: string;
  email: string;
  website: string;
  /** In our Markdown (lib/comments/markdown.ts), no longer than a comment may be. */
  body: string;
  at: Date;
  /** The colleague who wrote it while signed in. */
  userId: string | null;
}

/** One that is stored, as those need it that answer it. */
interface Known {
  id: string;
  rootId: string | null;
  depth: number;
  isApproved: boolean;
}

/** One that is to be stored, at its place. */
type Placed = Known & { parentId: string | null; comment: ForeignComment };

/** So many are stored by one statement. */
const BATCH = 1_000;
/** Nothing is known of who sent it but what they typed. */
const NO_SENDER = { ip: "", agent: "" };

/**
 * Stores another site's comments on a post, each once however often it comes, as they stood there: the public ones are
 * public, the others wait. Nobody is mailed and nothing is checked. What answers one that is not among them begins a
 * thread, and what was deleted here for good stays away. Takes the transaction, whose act it is, the post's id, what who
 * gave no name is called, and the comments, each after the one that it answers. Returns how many are new. Indexes: comment_wordpress, gone_comment_pkey.
 */
export async function importComments(
  tx: Tx,
  by: Doer,
  { postId, nameless }: { postId: string; nameless: string },
  comments: ForeignComment[],
): Promise<number> {
  await lockAnswered(tx, postId, comments);
  await tx.$executeRaw`select from post where id = ${postId}::uuid for no key update`;
  const known = await knownOf(tx, postId);
  const gone = await goneOf(tx, postId);
  const rows: Placed[] = [];
  for (const comment of comments) {
    if (known.has(comment.number) || gone.has(comment.number) || clean(comment.body) === "") continue;
    const placed = { comment, ...placeOf(comment, known.get(comment.answers)) };
    known.set(comment.number, placed);
    rows.push(placed);
  }
  if (rows.length === 0) return 0;
  for (let at = 0; at < rows.length; at += BATCH) await store(tx, { postId, nameless }, rows.slice(at, at + BATCH));
  const approved = new Map([...known.values()].map(({ id, isApproved }) => [id, isApproved]));
  const seen = rows.filter(({ isApproved, rootId }) => isApproved && (rootId === null || approved.get(rootId))).length;
  await tx.post.update({ where: { id: postId }, data: { approvedComments: { increment: seen } }, select: { id: true } });
  await markChanged(tx, tags.thread(postId), tags.replies());
  await recordAudit(tx, { ...by, act: "post.importComments", subject: { type: "post", id: postId }, to: { count: rows.length } });
  return rows.length;
}

/**
 * Locks the first comments of the threads that are answered, before the post, as a decision does: whether readers see an
 * answer rests on them. Index: comment_wordpress.
 */
async function lockAnswered(tx: Tx, postId: string, comments: ForeignComment[]): Promise<void> {
  const answered = comments.map(({ answers }) => answers);
  await tx.$executeRaw`
    select from comment where id in (
      select coalesce(root_id, id) from comment where post_id = ${postId}::uuid and wordpress_id = any (${answered}::int[])
    ) order by id for no key update`;
}

async function knownOf(tx: Tx, postId: string): Promise<Map<number, Known>> {
  const rows = await tx.$queryRaw<(Known & { number: number })[]>`
    select wordpress_id as number, id, root_id as "rootId", depth, status = 'approved' as "isApproved"
    from comment where post_id = ${postId}::uuid and wordpress_id is not null`;
  return new Map(rows.map(({ number, ...known }) => [number, known]));
}

/** The numbers of those that were deleted for good. */
async function goneOf(tx: Tx, postId: string): Promise<Set<number>> {
  const rows = await tx.$queryRaw<{ number: number }[]>`select wordpress_id as number from gone_comment where post_id = ${postId}::uuid`;
  return new Set(rows.map(({ number }) => number));
}

function placeOf({ isApproved, at }: ForeignComment, answered: Known | undefined): Omit<Placed, "comment"> {
  const id = newId(at.getTime());
  if (!answered) return { id, parentId: null, rootId: null, depth: 0, isApproved };
  const depth = Math.min(answered.depth + 1, MAX_DEPTH);
  return { id, parentId: answered.id, rootId: answered.rootId ?? answered.id, depth, isApproved };
}

async function store(tx: Tx, { postId, nameless }: { postId: string; nameless: string }, rows: Placed[]): Promise<void> {
  await tx.comment.createMany({
    data: rows.map(({ comment: { number, at, name, email, website, body, userId }, isApproved, ...place }) => {
      const shown = Array.from(cleanLine(name)).slice(0, MAX_NAME_CHARS).join("").trim() || nameless;
      return {
        ...place,
        postId,
        wordpressId: number,
        status: isApproved ? ("approved" as const) : ("pending" as const),
        name: shown,
        website: commentInput.shape.website.safeParse(website).data ?? null,
        body: clean(body),
        avatar: avatarOf(shown, email),
        userId,
        createdAt: at,
        decidedAt: isApproved ? at : null,
      };
    }),
  });
  const reached = rows.filter(({ comment }) => commentInput.shape.email.safeParse(comment.email).success);
  await tx.commentContact.createMany({
    data: reached.map(({ id, comment }) => ({ commentId: id, createdAt: comment.at, ...sealContact(comment.email.trim(), NO_SENDER) })),
  });
}
