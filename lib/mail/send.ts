import { config } from "@/lib/config";
import { failureOf, handOver } from "@/lib/mail/hand-over";
import { claimMail, markRefused, markSent, markUnanswered, markUndelivered, wasHandedOver } from "@/lib/mail/ledger";
import { letterHtml, letterText, type Letter } from "@/lib/mail/letter";
import { writeMail } from "@/lib/mail/write-file";
import { logError } from "@/lib/log";

/** A mail of the site's. */
export interface Mail {
  /**
   * What it tells of, the same when the job runs again: `noun.id` of small letters, digits, points and hyphens. It
   * becomes the ledger's key, the Message-ID, and the file's name.
   */
  id: string;
  to: string;
  from: string;
  subject: string;
  letter: Letter;
  /** The address that ends such mails, for mails to readers: it takes the POST of RFC 8058, and shows a page. */
  unsubscribe?: string;
}

/**
 * Sends a mail through SMTP_URL, or writes it to DATA_DIR/mail as ID.eml: at most once, however often its job runs and
 * in however many processes (the table `mail`). Throws when the mail server was away or did not want it: the job is
 * then tried again. Where the server took the bytes and the answer was lost, or this process died in between, nobody
 * can know whether it was delivered, and it is never repeated: one mail too few is better than one every few seconds.
 */
export async function sendMail({ id, to, from, subject, letter, unsubscribe }: Mail): Promise<void> {
  if (await wasHandedOver(id)) return;
  const { SMTP_URL, SITE_URL } = config();
  const host = new URL(SITE_URL).hostname.replace(/^\[|\]$/g, "");
  const message = {
    messageId: `<${id}@${host}>`,
    from: { name: from, address: senderAddress(SMTP_URL, host) },
    to: { name: "", address: to },
    subject,
    headers: { ...AUTOMATIC, ...(unsubscribe && oneClick(unsubscribe)) },
  };
  const texts = { text: letterText(letter), html: letterHtml(letter) };
  if (SMTP_URL) return offer(id, SMTP_URL, { ...message, ...texts });
  await writeMail(id, message, texts);
  await markSent(id);
}

async function offer(id: string, url: string, message: Parameters<typeof handOver>[1]): Promise<void> {
  const offered = await handOver(url, message, () => claimMail(id));
  if (offered.outcome === "taken") return markSent(id);
  if (offered.outcome === "elsewhere") return;
  const failure = failureOf(offered.error);
  if (offered.outcome === "unanswered") {
    logError("a mail server did not answer: it may have the mail, which is not sent again", offered.error);
    return markUnanswered(id, failure);
  }
  await (offered.outcome === "refused" ? markRefused(id, failure) : markUndelivered(id, failure));
  throw offered.error;
}

/** RFC 3834: no out-of-office answer is wanted. */
const AUTOMATIC = { "Auto-Submitted": "auto-generated" };

/** One click in the mail program ends such mails (RFC 8058, RFC 2369); prepared, so that a long address is not folded within its brackets. */
function oneClick(url: string) {
  const asItStands = (value: string) => ({ prepared: true, value });
  return {
    "List-Unsubscribe": asItStands(`<${url}>`),
    "List-Unsubscribe-Post": asItStands("List-Unsubscribe=One-Click"),
  };
}

/** The login of the mail server where it is an address (most servers take mail from it alone), else leserbrief@ the site's host. */
function senderAddress(smtpUrl: string | undefined, host: string): string {
  const login = smtpUrl ? decodeURIComponent(new URL(smtpUrl).username) : "";
  return login.includes("@") ? login : `leserbrief@${host}`;
}
