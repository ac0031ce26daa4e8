import fs from "node:fs/promises";
import path from "node:path";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { config } from "@/lib/config";

/** Where mails lie that no mail server takes: readable by the site's own system user alone. */
export function mailFolder(): string {
  return path.join(config().DATA_DIR, "mail");
}

/** The file of a mail. Takes its id (lib/mail/send.ts). */
export function mailFile(id: string): string {
  return path.join(mailFolder(), `${id}.eml`);
}

/**
 * Writes a mail to its file; written twice, it is one file. Takes its id, the message and both its texts, which stand
 * there as they are, not quoted-printable: whoever opens the file can copy the link out of it.
 */
export async function writeMail(id: string, message: SendMailOptions, { text, html }: { text: string; html: string }): Promise<void> {
  await fs.mkdir(mailFolder(), { recursive: true, mode: 0o700 });
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const alternatives = [asItIs("plain", text), asItIs("html", html)];
  const { message: bytes } = await transport.sendMail({ ...message, alternatives });
  const file = mailFile(id);
  // Under another name first: who finds the file finds all of it.
  await fs.writeFile(`${file}.part`, bytes, { mode: 0o600 });
  await fs.rename(`${file}.part`, file);
}

function asItIs(kind: "plain" | "html", content: string): { raw: string } {
  return { raw: `Content-Type: text/${kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${content}` };
}
