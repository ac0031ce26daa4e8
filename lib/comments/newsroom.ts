import { openEmail } from "@/lib/comments/contact";
import { findPage } from "@/lib/comments/desk-find";
import { deskQuery, PAGE, writeBy, writeDeskPlace, type DeskList } from "@/lib/comments/desk-query";
import { maskAddress } from "@/lib/comments/mask";
import { othersOf, type Others } from "@/lib/comments/others";
import { mayModerate, textVersion } from "@/lib/comments/policy";
import { STANDING, standingOf, type Standing } from "@/lib/comments/standing";
import { LAST_EDITS, staffEditsOf, type StaffEdit } from "@/lib/comments/staff-edits";
import { trustedAmong } from "@/lib/comments/trust";
import { waitingOf, type Waiting } from "@/lib/comments/waiting";
import type { CommentStatus, PostStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { inOrderOf } from "@/lib/ids";
import { currentSettings } from "@/lib/settings/current";
import { invalid, type ErrorCode, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** A comment as the moderation lists it. */
export interface QueuedComment {
  id: string;
  status: CommentStatus;
  name: string;
  website: string | null;
  body: string;
  createdAt: Date;
  /** Which of its texts this is: told with a decision, so that none is made on another (lib/comments/policy.ts). */
  seen: string;
  /** Whether the newsroom changed the text last, and what it changed. */
  editedByStaff: boolean;
  edits: StaffEdit[];
  place: Standing;
  /** How much speaks for spam, and which rules fired on which part of which field. */
  score: number;
  /** How it waits; null when it does not. */
  waiting: Waiting | null;
  checks: { rule: string; field: string | null; begin: number | null; until: number | null }[];
  /** Its address was proven and had another comment approved: which says nothing of who typed it this time. */
  isTrusted: boolean;
  /** Null when no address came with it (demo content). */
  maskedAddress: string | null;
  /** The keyed digest of its address, as the lists are filtered by it, and what else came from there; null without an address. */
  by: string | null;
  others: Others | null;
  /** From which network it came, as long as that is kept. */
  ipPrefix: string | null;
  /** What it answers, as typed; null where it answers nothing, or what its author took back. */
  answers: { name: string; body: string } | null;
  /** What its author was told when it was rejected. */
  reason: string | null;
  post: { slug: string; title: string; lang: string; status: PostStatus };
}

/** One page of a list; `next` goes on after it, null at the end; `problems` says which fields were typed so that they cannot be read. */
export interface Queue {
  status: DeskList;
  comments: QueuedComment[];
  next: string | null;
  problems: Record<string, ErrorCode[]>;
}

/**
 * One page of a list of the desk: the waiting ones the most urgent first, then the oldest, the others newest first, without those that their
 * authors took back. Takes the untrusted query (deskQuery). Returns the page, empty with `problems` where a typed field
 * cannot be read; or `forbidden`. A page that goes on and is not full holds what was met among the next 10,000. Indexes:
 * comment_urgent, comment_queue, comment_desk (all but the trash), comment_scored, comment_post, comment_check_rule_…,
 * comment_contact_email_hash_idx, …_prefix, comment_search_words (of three letters or more), post_newsroom_category
 * and …_lang.
 */
export async function moderationQueue(actor: Actor, input: unknown): Promise<Result<Queue>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = deskQuery.safeParse(input);
  if (!parsed.success) return { ok: true, ...UNREAD, status: listOf(input), problems: invalid(parsed.error).fields ?? {} };
  const { page, next } = await findPage(parsed.data);
  return {
    ok: true,
    status: parsed.data.status,
    comments: await commentsOf(page.map(({ id }) => id)),
    next: next && writeDeskPlace(next),
    problems: {},
  };
}

const UNREAD = { comments: [], next: null };

function listOf(input: unknown): DeskList {
  return deskQuery.pick({ status: true }).parse(input).status;
}

/** Comments as the desk lists them, in the order of their ids. Indexes: the primary keys, comment_check's key. */
async function commentsOf(ids: string[], now = new Date()): Promise<QueuedComment[]> {
  const { doubtfulScore } = await currentSettings(privateDb);
  const rows = await privateDb.comment.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      status: true,
      name: true,
      website: true,
      body: true,
      createdAt: true,
      editedAt: true,
      editedByStaff: true,
      ...STANDING,
      edits: LAST_EDITS,
      reason: true,
      score: true,
      urgency: true,
      checks: { select: { rule: true, field: true, begin: true, until: true }, orderBy: { position: "asc" } },
      contact: { select: { emailSealed: true, emailHash: true, ipPrefix: true } },
      parent: { select: { name: true, body: true } },
      post: { select: { slug: true, title: true, lang: true, status: true } },
    },
    take: PAGE,
  });
  const [trusted, others, edits] = await Promise.all([trustedAmong(privateDb, ids), othersOf(ids), staffEditsOf(rows)]);
  return inOrderOf(ids, rows).map(({ contact, parent, editedAt, pinnedAt, closedAt, root, urgency, ...comment }) => ({
    ...comment,
    waiting: waitingOf({ ...comment, urgency }, doubtfulScore, now),
    seen: textVersion(editedAt),
    place: standingOf({ pinnedAt, closedAt, root }),
    edits: edits.get(comment.id) ?? [],
    isTrusted: trusted.has(comment.id),
    maskedAddress: contact && maskAddress(openEmail(contact.emailSealed)),
    by: contact && writeBy(contact.emailHash),
    others: others.get(comment.id) ?? null,
    ipPrefix: contact?.ipPrefix ?? null,
    answers: parent?.name ? parent : null,
  }));
}

/** Counts of the desk go no further than this: the tabs say "999+". */
export const MAX_COUNT = 1000;

/** How many comments are in each state, and in all but the trash, up to 1,000 each; or `forbidden`. Index: comment_queue, in its order, or PostgreSQL may read the whole table. */
export async function queueCounts(actor: Actor): Promise<Result<{ counts: Record<DeskList, number> }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const rows = await privateDb.$queryRaw<{ status: CommentStatus; count: number }[]>`
    select status::text as status,
      (select count(*)::int from (
        select from comment where comment.status = every.status and withdrawn_at is null
        order by comment.status, created_at, id limit ${MAX_COUNT}) as counted) as count
    from unnest(enum_range(null::comment_status)) as every (status)`;
  const counts = { pending: 0, approved: 0, spam: 0, rejected: 0, trash: 0, all: 0 };
  for (const { status, count } of rows) {
    counts[status] = count;
    if (status !== "trash") counts.all = Math.min(MAX_COUNT, counts.all + count);
  }
  return { ok: true, counts };
}
