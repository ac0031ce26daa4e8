import fs from "node:fs/promises";
import path from "node:path";
import { daysBefore } from "@/lib/days";
import { privateDb } from "@/lib/db/private";
import { mailFolder } from "@/lib/mail/write-file";
import { isMissingFile } from "@/lib/missing-file";

/** How long a mail lies as a file: it holds an address, and links that end much earlier. */
export const FILE_DAYS = 14;
/** How long it is remembered that a mail was sent. A job that waits may run for 14 days (pg-boss), and must not repeat one. */
const LEDGER_DAYS = 30;

/**
 * Removes the mails' files after fourteen days, and what the ledger knows of them after thirty. Takes the time that
 * counts as now. Returns how many of each were removed. Index: mail_created_at_id_idx.
 */
export async function forgetMails(now = new Date()): Promise<{ files: number; rows: number }> {
  const { count: rows } = await privateDb.mail.deleteMany({ where: { createdAt: { lt: daysBefore(now, LEDGER_DAYS) } } });
  const old = daysBefore(now, FILE_DAYS);
  let files = 0;
  for (const name of await namesIn(mailFolder())) {
    const file = path.join(mailFolder(), name);
    const found = await fs.stat(file).catch(isGone);
    if (!found?.isFile() || found.mtime >= old) continue;
    await fs.rm(file, { force: true });
    files++;
  }
  return { files, rows };
}

/** The mails' files, also those that a crash left half written. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder).catch(isGone);
  return (names ?? []).filter((name) => /\.eml(\.part)?$/.test(name));
}

/** Another instance may clean at the same time, and a site with a mail server has no folder. */
function isGone(error: unknown): null {
  if (isMissingFile(error)) return null;
  throw error;
}
