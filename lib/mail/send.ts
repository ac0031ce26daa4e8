import fs from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import { config } from "@/lib/config";
import { letterHtml, letterText, type Letter } from "@/lib/mail/letter";

/** A mail of the site's. */
export interface Mail {
  /** What it tells of, the same when the job runs again: it becomes the Message-ID, and the file's name. */
  id: string;
  to: string;
  from: string;
  subject: string;
  letter: Letter;
  /** The address that ends such mails, for mails that somebody asked for: it takes the POST of RFC 8058, and shows a page. */
  unsubscribe?: string;
}

/**
 * Sends a mail through SMTP_URL, or writes it to DATA_DIR/mail as ID.eml, readable by its owner alone. Sent twice, it
 * is one file, or two mails with one Message-ID (RFC 5322 §3.6.4). Throws when the mail server does not take it: the
 * job is then tried again.
 */
export async function sendMail({ id, to, from, subject, letter, unsubscribe }: Mail): Promise<void> {
  const { SMTP_URL, SITE_URL } = config();
  const host = new URL(SITE_URL).hostname.replace(/^\[|\]$/g, "");
  const message = {
    messageId: `<${id}@${host}>`,
    from: { name: from, address: senderAddress(SMTP_URL, host) },
    to: { name: "", address: to },
    subject,
    headers: { ...AUTOMATIC, ...(unsubscribe && oneClick(unsubscribe)) },
  };
  const parts = { text: letterText(letter), html: letterHtml(letter) };
  if (SMTP_URL) await nodemailer.createTransport(SMTP_URL).sendMail({ ...message, ...parts });
  // As it is, not quoted-printable: whoever opens the file can copy the link out of it.
  else await writeMail(id, { ...message, alternatives: [asItIs("plain", parts.text), asItIs("html", parts.html)] });
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

function asItIs(kind: "plain" | "html", content: string): { raw: string } {
  return { raw: `Content-Type: text/${kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${content}` };
}

async function writeMail(id: string, message: nodemailer.SendMailOptions): Promise<void> {
  const folder = path.join(config().DATA_DIR, "mail");
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const { message: bytes } = await nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix" }).sendMail(message);
  const file = path.join(folder, `${id}.eml`);
  // Under another name first: who finds the file finds all of it.
  await fs.writeFile(`${file}.part`, bytes, { mode: 0o600 });
  await fs.rename(`${file}.part`, file);
}
