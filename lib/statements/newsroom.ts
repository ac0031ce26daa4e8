import { z } from "zod";
import { doersOf } from "@/lib/audit/doers";
import { MAX_COUNT } from "@/lib/comments/newsroom";
import { mayModerate, textVersion } from "@/lib/comments/policy";
import type { CommentStatus, PostStatus, ReportReason, StatementGround } from "@/lib/db/generated/enums";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { inOrderOf } from "@/lib/ids";
import { readPlace, writePlace } from "@/lib/keyset";
import type { Result } from "@/lib/result";
import { changesBy, type Change } from "@/lib/statements/changes";
import { hasOtherDeciders } from "@/lib/statements/deciders";
import { contestedBy, newerDecisions } from "@/lib/statements/newer";
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
    /** Where only part of the text was taken out. */
    edit: Change | null;
  } | null;
  /** Instead of a decision against the reply: what came of a report of it, whose sender complains that it stays, or that only a part was taken out. */
  report: { reason: ReportReason; explanation: string | null; toldAt: Date; who: string | null; edit: Change | null } | null;
  /** What was decided on the reply since, and holds whatever is answered; `to` is null where that is about a part of its text. */
  newer: { at: Date; who: string | null; to: CommentStatus | null } | null;
  comment: {
    id: string;
    name: string;
    body: string;
    /** Which of its texts that is (lib/comments/policy.ts). */
    seen: string;
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
 * `forbidden`. Indexes: complaint_waiting, those of changesBy and newerDecisions.
 */
export async function openComplaints(actor: Actor, query: unknown): Promise<Result<OpenComplaints>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const { after } = complaintsInput.parse(query);
  const beyond = after ? Prisma.sql`and (created_at, id) > (${new Date(after.key)}, ${after.id}::uuid)` : Prisma.empty;
  const rows = await privateDb.$queryRaw<{ id: string }[]>`
    select id::text as id from complaint where decided_at is null ${beyond} order by created_at, id limit ${PAGE + 1}`;
  const ids = rows.slice(0, PAGE).map(({ id }) => id);
  const found = inOrderOf(ids, await privateDb.complaint.findMany({ where: { id: { in: ids } }, select: COMPLAINT }));
  const about = found.flatMap(aboutOf);
  const newer = await newerDecisions(
    privateDb,
    about.flatMap(({ contested }) => contested ?? []),
  );
  const deciders = await doersOf([...about, ...newer.values()].flatMap(({ eventId }) => eventId || []));
  const changes = await changesBy(about);
  const hasOthers = await hasOtherDeciders(privateDb, actor);
  const last = found.at(-1);
  return {
    ok: true,
    hasOthers,
    complaints: about.map(({ complaint, eventId, comment, contested }) => {
      const { id, createdAt, text, statement, report } = complaint;
      const first = deciders.get(eventId);
      const since = contested && newer.get(contested.complaintId);
      const said = { who: first?.name ?? null, edit: changes.get(eventId) ?? null };
      return {
        id,
        createdAt,
        text,
        comment: { ...comment, seen: textVersion(comment.editedAt) },
        newer: since ? { ...since, who: deciders.get(since.eventId)?.name ?? null } : null,
        mayAnswer: mayAnswer(actor, { firstId: first?.id ?? null, hasOthers }),
        decision: statement && { ...statement, ...said, toldAt: statement.createdAt },
        report: report && { ...report, ...said, toldAt: report.reportCase.decidedAt ?? createdAt },
      };
    }),
    next: last && rows.length > PAGE ? writePlace({ key: last.createdAt.getTime(), id: last.id }) : null,
  };
}

/**
 * Of which decision a complaint is, on which reply; none where that is gone since the page was looked up. A newer decision
 * matters to all but an author's complaint of a change of the text: of that is told apart whether it was changed again.
 */
function aboutOf(complaint: Prisma.ComplaintGetPayload<{ select: typeof COMPLAINT }>) {
  const { statement, report, firstEventId } = complaint;
  const comment = statement?.comment ?? report?.reportCase.comment;
  if (!comment) return [];
  const contested = statement?.isEdit ? null : contestedBy(complaint, comment.id);
  return [{ complaint, comment, contested, eventId: statement?.eventId ?? firstEventId ?? "" }];
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
