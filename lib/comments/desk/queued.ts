import { openEmail } from "@/lib/comments/contact";
import { othersOf, type Others } from "@/lib/comments/desk/others";
import { PAGE, writeBy } from "@/lib/comments/desk/query";
import { LAST_EDITS, staffEditsOf, type StaffEdit } from "@/lib/comments/desk/staff-edits";
import { STANDING, standingOf, type Standing } from "@/lib/comments/desk/standing";
import { waitingOf, type Waiting } from "@/lib/comments/desk/waiting";
import { maskAddress } from "@/lib/comments/mask";
import { textVersion } from "@/lib/comments/policy";
import { trustedAmong } from "@/lib/comments/trust";
import type { CommentStatus, PostStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { inOrderOf } from "@/lib/ids";
import { currentSettings } from "@/lib/settings/current";

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
  /** Whether readers reported it and nobody decided on that. */
  isReported: boolean;
  /** The newest of those reports: told with a change that answers them, so that none is answered unread. */
  lastReport: string | null;
  /** How it waits; null when it does not. */
  waiting: Waiting | null;
  checks: { rule: string; field: string | null; begin: number | null; until: number | null }[];
  /** Its address was proven and had another comment approved: which says nothing of who typed it this time. */
  isTrusted: boolean;
  /** Nobody has opened the link mailed for it, as those must who may comment. */
  awaitsProof: boolean;
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

/** Comments as the desk lists them, in the order of their ids. Indexes: the primary keys, comment_check's key, report_case_open, report (case_id, id). */
export async function commentsOf(ids: string[], now = new Date()): Promise<QueuedComment[]> {
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
      reportCases: { where: { decidedAt: null }, select: { reports: { select: { id: true }, orderBy: { createdAt: "desc" }, take: 1 } } },
      awaitsProof: true,
      checks: { select: { rule: true, field: true, begin: true, until: true }, orderBy: { position: "asc" } },
      contact: { select: { emailSealed: true, emailHash: true, ipPrefix: true } },
      parent: { select: { name: true, body: true } },
      post: { select: { slug: true, title: true, lang: true, status: true } },
    },
    take: PAGE,
  });
  const [trusted, others, edits, { doubtfulScore }] = await Promise.all([
    trustedAmong(privateDb, ids),
    othersOf(ids),
    staffEditsOf(rows),
    currentSettings(privateDb),
  ]);
  const listed = rows.map(({ reportCases: [open], ...row }) => ({
    ...row,
    isReported: open !== undefined,
    lastReport: open?.reports[0]?.id ?? null,
  }));
  return inOrderOf(ids, listed).map(({ contact, parent, editedAt, pinnedAt, closedAt, root, ...comment }) => ({
    ...comment,
    waiting: waitingOf(comment, doubtfulScore, now),
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
