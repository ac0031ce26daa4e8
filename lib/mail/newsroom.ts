import { maskAddress } from "@/lib/comments/mask";
import { config } from "@/lib/config";
import type { MailState } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { mayReadMail } from "@/lib/mail/policy";
import { readMail } from "@/lib/mail/read-file";
import { mailboxInput } from "@/lib/mail/schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** What a mail may tell of, as its id begins. */
export const MAIL_KINDS = [
  "invitation",
  "password-reset",
  "comment",
  "receipt",
  "confirm",
  "own-replies",
  "published",
  "answered",
  "assigned",
  "sent-back",
  "report-received",
  "report-decided",
  "statement",
  "complaint-answered",
] as const;

/** One mail of the list. */
export interface ListedMail {
  id: string;
  kind: (typeof MAIL_KINDS)[number] | "other";
  /** `unanswered`: a mail server may have taken it, and nobody will ever know. */
  state: MailState | "unanswered";
  createdAt: Date;
  /** The codes of what went wrong the last time. */
  failure: string | null;
  /** Where it lies as a file: what it is about, and to whom, masked. */
  kept: { subject: string; to: string } | null;
}

/** One page of the mails; `next` goes on after it, null at the end. */
export interface Mailbox {
  /** Whether mails go to a mail server; else they are files. */
  isSent: boolean;
  mails: ListedMail[];
  next: string | null;
}

const PAGE = 25;
/** No offer takes longer (lib/mail/hand-over.ts): who made it is gone. */
const SENDING_MS = 2 * 60_000;

/**
 * One page of what the site mailed, newest first: by the ledger, and from the files where no mail server is set. Takes
 * untrusted `{ after }`. Returns the page, or `forbidden`. Index: mail_created_at_id_idx.
 */
export async function mailbox(actor: Actor, input: unknown): Promise<Result<Mailbox>> {
  if (!mayReadMail(actor)) return { ok: false, error: "forbidden" };
  const { after } = mailboxInput.parse(input);
  const rows = await privateDb.mail.findMany({
    where: after ? beyond(after) : {},
    select: { id: true, state: true, createdAt: true, failure: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const isSent = Boolean(config().SMTP_URL);
  const shown = rows.slice(0, PAGE);
  const mails = await Promise.all(
    shown.map(async (row) => ({ ...row, kind: kindOf(row.id), state: stateOf(row), kept: isSent ? null : await keptOf(row.id) })),
  );
  const last = shown.at(-1);
  return { ok: true, isSent, mails, next: last && rows.length > PAGE ? `${last.createdAt.getTime()}.${last.id}` : null };
}

/** The first bound is what PostgreSQL looks up in the index; `NOT` takes out the rows of that millisecond that were seen. */
function beyond(after: string) {
  const [time = ""] = after.split(".", 1);
  const at = new Date(Number(time));
  return { createdAt: { lte: at }, NOT: { createdAt: at, id: { gte: after.slice(time.length + 1) } } };
}

function kindOf(id: string): ListedMail["kind"] {
  return MAIL_KINDS.find((kind) => id.startsWith(`${kind}.`)) ?? "other";
}

function stateOf({ state, createdAt, failure }: { state: MailState; createdAt: Date; failure: string | null }): ListedMail["state"] {
  const isLate = createdAt.getTime() < Date.now() - SENDING_MS;
  return state === "sending" && (failure !== null || isLate) ? "unanswered" : state;
}

async function keptOf(id: string): Promise<ListedMail["kept"]> {
  const kept = await readMail(id);
  return kept && { subject: kept.subject, to: kept.to && maskAddress(kept.to) };
}
