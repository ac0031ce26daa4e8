import { z } from "zod";
import { openEmail } from "@/lib/comments/contact";
import { maskAddress } from "@/lib/comments/mask";
import { MAX_COUNT } from "@/lib/comments/newsroom";
import { mayModerate, textVersion } from "@/lib/comments/policy";
import { Prisma } from "@/lib/db/generated/client";
import type { CommentStatus, PostStatus, ReportReason } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { inOrderOf } from "@/lib/ids";
import { readPlace, writePlace } from "@/lib/keyset";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const PAGE = 25;
/** Of one reply so many reports are shown, the newest; how many there are is told. */
const MAX_SHOWN = 10;

/** One report of a reply. Who sent it is shown by name alone, until the address is asked for. */
export interface ListedReport {
  id: string;
  reason: ReportReason;
  explanation: string | null;
  createdAt: Date;
  name: string | null;
  maskedAddress: string | null;
}

/** A reply that readers reported, with what they said. */
export interface ReportedReply {
  caseId: string;
  openedAt: Date;
  isIllegal: boolean;
  count: number;
  reports: ListedReport[];
  comment: {
    id: string;
    name: string;
    body: string;
    status: CommentStatus;
    createdAt: Date;
    /** Which of its texts this is (lib/comments/policy.ts). */
    seen: string;
    maskedAddress: string | null;
    post: { slug: string; title: string; lang: string; status: PostStatus };
  };
}

/** Whether a place stands among those that may be illegal is told by the letter before it. */
const reportedInput = z.object({
  after: z
    .string()
    .regex(/^[io]/)
    .transform((text) => ({ isIllegal: text.startsWith("i"), place: readPlace(text.slice(1)) }))
    .optional()
    .catch(undefined),
});

/**
 * One page of what readers reported and nobody decided on, replies that may be illegal first, then the oldest. Takes
 * untrusted `{ after }`. Returns the page, or `forbidden`. Indexes: report_case_waiting, report (case_id, id).
 */
export async function reportedReplies(actor: Actor, query: unknown): Promise<Result<{ reported: ReportedReply[]; next: string | null }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const { after } = reportedInput.parse(query);
  const rows = await privateDb.$queryRaw<{ id: string }[]>(pageSql(after?.place ? { ...after.place, isIllegal: after.isIllegal } : null));
  const ids = rows.slice(0, PAGE).map(({ id }) => id);
  const cases = inOrderOf(ids, await privateDb.reportCase.findMany({ where: { id: { in: ids } }, select: CASE }));
  const last = cases.at(-1);
  return {
    ok: true,
    reported: cases.flatMap(asListed),
    next: last && rows.length > PAGE ? `${last.isIllegal ? "i" : "o"}${writePlace({ key: last.openedAt.getTime(), id: last.id })}` : null,
  };
}

/** The page's query, in the order of its index: those that may be illegal stand before the others. */
function pageSql(after: { isIllegal: boolean; key: number; id: string } | null): Prisma.Sql {
  const [at, id] = after ? [new Date(after.key), after.id] : [null, null];
  const beyond = Prisma.sql`and (opened_at, id) > (${at}, ${id}::uuid)`;
  const part = (isIllegal: boolean) => Prisma.sql`
    (select id, is_illegal, opened_at from report_case
     where decided_at is null and comment_id is not null and is_illegal = ${isIllegal} ${after?.isIllegal === isIllegal ? beyond : Prisma.empty}
     order by opened_at, id limit ${PAGE + 1})`;
  const parts = after && !after.isIllegal ? part(false) : Prisma.sql`${part(true)} union all ${part(false)}`;
  return Prisma.sql`select id::text as id from (${parts}) as waiting order by is_illegal desc, opened_at, id limit ${PAGE + 1}`;
}

const CASE = {
  id: true,
  openedAt: true,
  isIllegal: true,
  _count: { select: { reports: true } },
  reports: {
    select: {
      id: true,
      reason: true,
      explanation: true,
      createdAt: true,
      contact: { select: { name: true, emailSealed: true } },
    },
    // The newest first: a report's id is older than the report, made with its form.
    orderBy: { createdAt: "desc" },
    take: MAX_SHOWN,
  },
  comment: {
    select: {
      id: true,
      name: true,
      body: true,
      status: true,
      createdAt: true,
      editedAt: true,
      contact: { select: { emailSealed: true } },
      post: { select: { slug: true, title: true, lang: true, status: true } },
    },
  },
} as const satisfies Prisma.ReportCaseSelect;

function asListed({ id, openedAt, isIllegal, comment, ...rest }: Prisma.ReportCaseGetPayload<{ select: typeof CASE }>): ReportedReply[] {
  // Gone since the page was looked up.
  if (!comment) return [];
  const { editedAt, contact, ...shown } = comment;
  const reports = rest.reports.map(({ contact: sentBy, ...report }) => ({
    ...report,
    name: sentBy?.name ?? null,
    maskedAddress: masked(sentBy?.emailSealed),
  }));
  const count = rest._count.reports;
  return [
    {
      caseId: id,
      openedAt,
      isIllegal,
      count,
      reports,
      comment: { ...shown, seen: textVersion(editedAt), maskedAddress: masked(contact?.emailSealed) },
    },
  ];
}

function masked(sealed: Uint8Array | null | undefined): string | null {
  return sealed ? maskAddress(openEmail(sealed)) : null;
}

/** How many replies wait for a decision because they were reported, counted up to 1,000; 0 for who does not decide. Index: report_case_waiting. */
export async function countReported(actor: Actor): Promise<number> {
  if (!mayModerate(actor)) return 0;
  return privateDb.reportCase.count({ where: { decidedAt: null, commentId: { not: null } }, take: MAX_COUNT });
}
