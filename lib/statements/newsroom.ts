import { z } from "zod";
import { doersOf } from "@/lib/audit/doers";
import { MAX_COUNT } from "@/lib/comments/newsroom";
import { mayModerate } from "@/lib/comments/policy";
import type { CommentStatus, PostStatus, ReportReason, StatementGround } from "@/lib/db/generated/enums";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { inOrderOf } from "@/lib/ids";
import { readPlace, writePlace } from "@/lib/keyset";
import type { Result } from "@/lib/result";
import { hasOtherDeciders } from "@/lib/statements/deciders";
import { contestedBy, newerDecisions, type Contested } from "@/lib/statements/newer";
import { mayAnswer } from "@/lib/statements/policy";
import type { Actor } from "@/lib/users/policy";

const PAGE = 25;

/** A complaint that nobody answered yet. */
export interface OpenComplaint {
  id: string;
  createdAt: Date;
  text: string | null;
  /** Whether the actor may answer it: it is not their own decision, or nobody else is there. */
  mayAnswer: boolean;
  decision: {
    to: CommentStatus;
    ground: StatementGround;
    explanation: string | null;
    toldAt: Date;
    who: string | null;
    /** Where only part of the text was taken out: what it said before and after that, and whether it was changed again since. */
    edit: { before: string; after: string; isChangedSince: boolean } | null;
  } | null;
  /** Instead of a decision against the reply: that it stays, though somebody reported it, who now complains. */
  dismissal: { reason: ReportReason; explanation: string | null; toldAt: Date; who: string | null } | null;
  /** What was decided on the reply since, and holds whatever is answered; `to` is null where that is about a part of its text. */
  newer: { at: Date; who: string | null; to: CommentStatus | null } | null;
  comment: {
    id: string;
    name: string;
    body: string;
    status: CommentStatus;
    post: { slug: string; title: string; lang: string; status: PostStatus };
  };
}

/** A page of open complaints, oldest first. */
export interface OpenComplaints {
  complaints: OpenComplaint[];
  /** Whether somebody besides the actor could answer. */
  hasOthers: boolean;
  next: string | null;
}

const complaintsInput = z.object({ after: z.string().transform(readPlace).optional().catch(undefined) });

/**
 * One page of the complaints that wait for an answer, oldest first. Takes untrusted `{ after }`. Returns the page, or
 * `forbidden`. Indexes: complaint_waiting, comment_edit (comment_id, at), those of newerDecisions.
 */
export async function openComplaints(actor: Actor, query: unknown): Promise<Result<OpenComplaints>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const { after } = complaintsInput.parse(query);
  const beyond = after ? Prisma.sql`and (created_at, id) > (${new Date(after.key)}, ${after.id}::uuid)` : Prisma.empty;
  const rows = await privateDb.$queryRaw<{ id: string }[]>`
    select id::text as id from complaint where decided_at is null ${beyond} order by created_at, id limit ${PAGE + 1}`;
  const ids = rows.slice(0, PAGE).map(({ id }) => id);
  const found = inOrderOf(ids, await privateDb.complaint.findMany({ where: { id: { in: ids } }, select: COMPLAINT }));
  const newer = await newerDecisions(privateDb, found.flatMap(contested));
  const deciders = await doersOf([
    ...found.flatMap(({ statement, firstEventId }) => statement?.eventId ?? firstEventId ?? []),
    ...[...newer.values()].map(({ eventId }) => eventId),
  ]);
  const edits = await privateDb.commentEdit.findMany({
    where: { commentId: { in: found.flatMap(({ statement }) => (statement?.isEdit ? statement.comment.id : [])) } },
    orderBy: { at: "asc" },
    select: { eventId: true, commentId: true, before: true, at: true, undoneAt: true },
  });
  const hasOthers = await hasOtherDeciders(privateDb, actor);
  const last = found.at(-1);
  return {
    ok: true,
    hasOthers,
    complaints: found.flatMap((complaint) => {
      const { statement, report, firstEventId, byReporter: _, ...said } = complaint;
      const first = deciders.get(statement?.eventId ?? firstEventId ?? "");
      const comment = statement?.comment ?? report?.reportCase.comment;
      // Gone since the page was looked up.
      if (!comment) return [];
      const who = first?.name ?? null;
      const since = contested(complaint).map((each) => newer.get(each.since))[0] ?? null;
      const edit = edits.find(({ eventId }) => eventId === statement?.eventId);
      const next = edits.find(({ commentId, at, undoneAt }) => commentId === comment.id && !undoneAt && edit && at > edit.at);
      const isChangedSince = edit?.at.getTime() !== comment.editedAt?.getTime();
      return {
        ...said,
        comment,
        newer: since && { ...since, who: deciders.get(since.eventId)?.name ?? null },
        mayAnswer: mayAnswer(actor, { firstId: first?.id ?? null, hasOthers }),
        decision: statement && {
          ...statement,
          toldAt: statement.createdAt,
          who,
          edit: edit ? { before: edit.before, after: next?.before ?? comment.body, isChangedSince } : null,
        },
        dismissal: report && { ...report, toldAt: report.reportCase.decidedAt ?? said.createdAt, who },
      };
    }),
    next: last && rows.length > PAGE ? writePlace({ key: last.createdAt.getTime(), id: last.id }) : null,
  };
}

/** Of which a newer decision matters: not of a change of the text, of which is told apart whether it was changed again. */
function contested({ statement, report, ...complaint }: Prisma.ComplaintGetPayload<{ select: typeof COMPLAINT }>): Contested[] {
  const comment = statement?.comment ?? report?.reportCase.comment;
  return comment && !statement?.isEdit ? [contestedBy(complaint, comment.id)] : [];
}

const COMMENT = {
  select: {
    id: true,
    name: true,
    body: true,
    status: true,
    editedAt: true,
    post: { select: { slug: true, title: true, lang: true, status: true } },
  },
} as const;

const COMPLAINT = {
  id: true,
  byReporter: true,
  createdAt: true,
  text: true,
  firstEventId: true,
  statement: { select: { to: true, isEdit: true, ground: true, explanation: true, createdAt: true, eventId: true, comment: COMMENT } },
  report: { select: { reason: true, explanation: true, reportCase: { select: { decidedAt: true, comment: COMMENT } } } },
} as const satisfies Prisma.ComplaintSelect;

/** How many complaints wait for an answer, counted up to 1,000; 0 for who does not decide. Index: complaint_waiting. */
export async function countComplaints(actor: Actor): Promise<number> {
  if (!mayModerate(actor)) return 0;
  return privateDb.complaint.count({ where: { decidedAt: null }, take: MAX_COUNT });
}
