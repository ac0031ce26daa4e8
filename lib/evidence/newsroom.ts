import { z } from "zod";
import { doersOf } from "@/lib/audit/doers";
import { MAX_COUNT } from "@/lib/comments/newsroom";
import { mayModerate } from "@/lib/comments/policy";
import type { PostStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { isId } from "@/lib/ids";
import type { Result } from "@/lib/result";
import { currentSettings } from "@/lib/settings/current";
import type { Actor } from "@/lib/users/policy";

const PAGE = 25;

/** Whom to inform, as the site says it; empty where nobody has. */
export interface PoliceRoute {
  text: string;
  link: string;
}

/** That something was frozen: when, by whom, until when it is kept. Nothing of what it is. */
export interface FrozenCase {
  id: string;
  commentId: string;
  frozenAt: Date;
  keptUntil: Date;
  who: string | null;
}

/** A reply about which somebody thinks of a danger to life. */
export interface ReplyInDanger {
  name: string;
  body: string;
  post: { slug: string; title: string; lang: string; status: PostStatus };
  /** Null where it is not frozen yet. */
  frozen: FrozenCase | null;
  police: PoliceRoute;
}

/** One reply with whom to inform, for who decides. Takes its untrusted id. Returns it, or `forbidden`, `notFound`. Indexes: the primary keys, evidence (comment_id). */
export async function replyInDanger(actor: Actor, id: string): Promise<Result<ReplyInDanger>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const comment =
    isId(id) &&
    (await privateDb.comment.findUnique({
      where: { id },
      select: { name: true, body: true, post: { select: { slug: true, title: true, lang: true, status: true } } },
    }));
  if (!comment) return { ok: false, error: "notFound" };
  const [found] = await casesOf(await privateDb.evidence.findMany({ where: { commentId: id }, select: CASE, take: 1 }));
  return { ok: true, ...comment, frozen: found ?? null, police: await policeRoute() };
}

/** A page of what is frozen, the newest first; `next` goes on after it. */
export interface FrozenCases {
  cases: FrozenCase[];
  next: string | null;
  police: PoliceRoute;
}

const casesInput = z.object({ after: z.uuid().optional().catch(undefined) });

/** One page of what is frozen, for who decides. Takes untrusted `{ after }`. Returns it, or `forbidden`. Index: the primary key (UUIDv7, by time). */
export async function frozenCases(actor: Actor, query: unknown): Promise<Result<FrozenCases>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const { after } = casesInput.parse(query);
  const rows = await privateDb.evidence.findMany({
    where: after ? { id: { lt: after } } : {},
    select: CASE,
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const cases = await casesOf(rows.slice(0, PAGE));
  return { ok: true, cases, next: rows.length > PAGE ? (cases.at(-1)?.id ?? null) : null, police: await policeRoute() };
}

const CASE = { id: true, commentId: true, createdAt: true, keptUntil: true, eventId: true } as const;

type Row = { id: string; commentId: string; createdAt: Date; keptUntil: Date; eventId: string };

async function casesOf(rows: Row[]): Promise<FrozenCase[]> {
  const doers = await doersOf(rows.map(({ eventId }) => eventId));
  return rows.map(({ eventId, createdAt, ...row }) => ({ ...row, frozenAt: createdAt, who: doers.get(eventId)?.name ?? null }));
}

async function policeRoute(): Promise<PoliceRoute> {
  const { police, policeLink } = await currentSettings(privateDb);
  return { text: police, link: policeLink };
}

/** How much is frozen, counted up to 1,000; 0 for who does not decide. Index: the primary key. */
export async function countEvidence(actor: Actor): Promise<number> {
  if (!mayModerate(actor)) return 0;
  return privateDb.evidence.count({ take: MAX_COUNT });
}
