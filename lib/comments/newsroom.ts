import { openEmail } from "@/lib/comments/contact";
import { maskAddress } from "@/lib/comments/mask";
import { MAX_BULK, queueInput } from "@/lib/comments/moderation-schema";
import { mayModerate, textVersion } from "@/lib/comments/policy";
import { trustedAmong } from "@/lib/comments/trust";
import type { CommentStatus, PostStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** A comment as the moderation lists it. */
export interface QueuedComment {
  id: string;
  name: string;
  website: string | null;
  body: string;
  createdAt: Date;
  /** Which of its texts this is: told with a decision, so that none is made on another (lib/comments/policy.ts). */
  seen: string;
  /** How much speaks for spam, and which rules fired on which part of which field. */
  score: number;
  checks: { rule: string; field: string | null; begin: number | null; until: number | null }[];
  /** Its address was proven and had another comment approved: which says nothing of who typed it this time. */
  isTrusted: boolean;
  /** Null when no address came with it (demo content). */
  maskedAddress: string | null;
  /** Whom it answers, or null. */
  answers: string | null;
  /** What its author was told when it was rejected. */
  reason: string | null;
  post: { slug: string; title: string; lang: string; status: PostStatus };
}

/** One page of a list; `next` goes on after it, null at the end. */
export interface Queue {
  status: CommentStatus;
  comments: QueuedComment[];
  next: string | null;
}

/**
 * One page of the comments in one state: the waiting ones oldest first, the others newest first, without those that
 * their authors took back. Takes untrusted `{ status, after }` (queueInput). Returns the page, or `forbidden`. Indexes: comment_queue, comment_check's key.
 */
export async function moderationQueue(actor: Actor, input: unknown): Promise<Result<Queue>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const { status, after } = queueInput.parse(input);
  const isOldestFirst = status === "pending";
  const order = isOldestFirst ? "asc" : "desc";
  const rows = await privateDb.comment.findMany({
    where: { status, withdrawnAt: null, ...(after && beyond(after, isOldestFirst)) },
    select: {
      id: true,
      name: true,
      website: true,
      body: true,
      createdAt: true,
      editedAt: true,
      reason: true,
      score: true,
      checks: { select: { rule: true, field: true, begin: true, until: true }, orderBy: { position: "asc" } },
      contact: { select: { emailSealed: true } },
      parent: { select: { name: true } },
      post: { select: { slug: true, title: true, lang: true, status: true } },
    },
    // Under row-level security PostgreSQL does not see that `status` is one value (an enum's `=` is not leakproof), and
    // would sort the whole list; named in the order, it reads the page from the index.
    orderBy: [{ status: order }, { createdAt: order }, { id: order }],
    take: MAX_BULK + 1,
  });
  const page = rows.slice(0, MAX_BULK);
  const trusted = await trustedAmong(
    privateDb,
    page.map(({ id }) => id),
  );
  const comments = page.map(({ contact, parent, editedAt, ...comment }) => ({
    ...comment,
    seen: textVersion(editedAt),
    isTrusted: trusted.has(comment.id),
    maskedAddress: contact && maskAddress(openEmail(contact.emailSealed)),
    answers: parent && parent.name,
  }));
  const last = comments.at(-1);
  return { ok: true, status, comments, next: last && rows.length > comments.length ? afterOf(last) : null };
}

/** Where a list goes on after a comment: its time in milliseconds, and its id among those of the same time. */
function afterOf({ createdAt, id }: { createdAt: Date; id: string }): string {
  return `${createdAt.getTime()}.${id}`;
}

/** The first bound is what PostgreSQL looks up in the index; `not` takes out the rows of that millisecond that were seen. */
function beyond(after: string, isOldestFirst: boolean) {
  const [time = "", id = ""] = after.split(".");
  const at = new Date(Number(time));
  return isOldestFirst
    ? { createdAt: { gte: at }, NOT: { createdAt: at, id: { lte: id } } }
    : { createdAt: { lte: at }, NOT: { createdAt: at, id: { gte: id } } };
}

/** Counts go no further than this: the tabs say "999+". */
const MAX_COUNT = 1000;

/**
 * How many comments are in each state, counted up to 1,000. Takes the actor. Returns the counts, or `forbidden`.
 * Index: comment_queue, at most 1,000 entries of each state.
 */
export async function queueCounts(actor: Actor): Promise<Result<{ counts: Record<CommentStatus, number> }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const rows = await privateDb.$queryRaw<{ status: CommentStatus; count: number }[]>`
    select status::text as status,
      (select count(*)::int from (select from comment where comment.status = every.status and withdrawn_at is null limit ${MAX_COUNT}) as counted) as count
    from unnest(enum_range(null::comment_status)) as every (status)`;
  const counts = { pending: 0, approved: 0, spam: 0, rejected: 0, trash: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return { ok: true, counts };
}
