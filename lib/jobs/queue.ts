import { fromPrisma, PgBoss } from "pg-boss";
import { ownerUrl, siteSecret } from "@/lib/config";
import { loginUrl } from "@/lib/db/names";
import type { Tx } from "@/lib/db/private";
import { logError } from "@/lib/log";
import { whenClosing } from "@/lib/server/closing";
import { shared } from "@/lib/shared";

/** Every job and its payload: ids only, so that no queue row holds a person's data. */
export interface Jobs {
  "mail.invitation": { tokenId: string };
  "mail.passwordReset": { tokenId: string };
  "mail.commentReceived": { commentId: string };
  "mail.receipt": { commentId: string; requestId: string };
  "mail.confirm": { commentId: string; requestId: string };
  "mail.confirmTrusted": { commentId: string };
  "mail.ownReplies": { commentId: string; requestId: string };
  "mail.published": { subscriptionId: string; commentId: string };
  "mail.answered": { subscriptionId: string; commentId: string };
  "mail.assigned": { eventId: string };
  "mail.sentBack": { noteId: string };
  "mail.reportReceived": { reportId: string };
  "mail.reportDecided": { caseId: string; eventId: string | null };
  "mail.reported": { caseId: string };
  "mail.complained": { complaintId: string };
  "mail.digests": Record<string, never>;
  "mail.statement": { statementId: string };
  "mail.complaintAnswered": { complaintId: string };
  "comment.ask": { commentId: string };
  "comment.learn": { commentId: string };
  "comment.report": { commentId: string; isSpam: boolean };
  "post.relate": { postId: string };
  "post.publish": { postId: string };
  "post.publishDue": Record<string, never>;
  "post.redraw": { mediaId: string };
  "post.rankDiscussed": Record<string, never>;
  "desk.countDays": Record<string, never>;
  "desk.decideOnList": { runId: string };
  "desk.indexWords": Record<string, never>;
  "transparency.count": Record<string, never>;
  "search.learn": Record<string, never>;
  "search.tellChanges": Record<string, never>;
  "media.discard": { mediaId: string };
  "media.sweep": Record<string, never>;
  "audit.chain": Record<string, never>;
  "clean.expired": Record<string, never>;
}

/** The names of the jobs, for making the queues at start and for the worker's table. */
export const JOB_NAMES = [
  "mail.invitation",
  "mail.passwordReset",
  "mail.commentReceived",
  "mail.receipt",
  "mail.confirm",
  "mail.confirmTrusted",
  "mail.ownReplies",
  "mail.published",
  "mail.answered",
  "mail.assigned",
  "mail.sentBack",
  "mail.reportReceived",
  "mail.reportDecided",
  "mail.reported",
  "mail.complained",
  "mail.digests",
  "mail.statement",
  "mail.complaintAnswered",
  "comment.ask",
  "comment.learn",
  "comment.report",
  "post.relate",
  "post.publish",
  "post.publishDue",
  "post.redraw",
  "post.rankDiscussed",
  "desk.countDays",
  "desk.decideOnList",
  "desk.indexWords",
  "transparency.count",
  "search.learn",
  "search.tellChanges",
  "media.discard",
  "media.sweep",
  "audit.chain",
  "clean.expired",
] as const satisfies (keyof Jobs)[];

/**
 * Jobs that begin once in so many seconds at most: what is enqueued in that time begins together, at its end, with the
 * first one's payload. A flood of replies must not become one of mails.
 */
const PACE_SECONDS: Partial<Record<keyof Jobs, number>> = { "mail.commentReceived": 300, "mail.reported": 300, "mail.complained": 300 };

/** How long a job that runs when the process is asked to end may go on; longer ones run again at the next start. */
const STOP_MS = 3_000;

/**
 * This process's pg-boss under the private login, started; the schema is the owner's (lib/jobs/install.ts).
 * Throws while the database is away; the next call tries again.
 */
export function queue(): Promise<PgBoss> {
  const home = shared("queue", (): { boss?: Promise<PgBoss> } => ({}));
  home.boss ??= start().catch((error: unknown) => {
    home.boss = undefined;
    throw error;
  });
  return home.boss;
}

/**
 * Sends a job in the transaction that causes it: both happen or neither. Takes the transaction, the job's name and
 * payload, and when it shall begin (else: at once). Of paced jobs (PACE_SECONDS) two transactions at once wait for one
 * another: enqueue them before throttles.
 */
export async function enqueue<Name extends keyof Jobs>(tx: Tx, name: Name, payload: Jobs[Name], startAfter?: Date): Promise<void> {
  const singletonSeconds = PACE_SECONDS[name];
  if (singletonSeconds && (await waitsAlready(tx, name))) return;
  const boss = await queue();
  const pace = singletonSeconds && { singletonSeconds, singletonNextSlot: true };
  await boss.send(name, payload, { db: fromPrisma(tx), ...pace, ...(startAfter && { startAfter }) });
}

/**
 * Whether one of the paced jobs is due later, and so for this cause as well, as in a flood all but two are. One that is
 * due within a second may begin before the transaction ends. Index: pg-boss's job_common_i14 (name, state, blocked, start_after).
 */
async function waitsAlready(tx: Tx, name: keyof Jobs): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 as waits from pgboss.job
    where name = ${name} and state = 'created' and not blocked and start_after > clock_timestamp() + interval '1 second' limit 1`;
  return rows.length > 0;
}

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: loginUrl(ownerUrl(), siteSecret(), "private"),
    application_name: "leserbrief-jobs",
    max: 2,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
  });
  boss.on("error", (error) => logError("jobs", error));
  await boss.start();
  whenClosing(() => boss.stop({ timeout: STOP_MS }));
  return boss;
}
