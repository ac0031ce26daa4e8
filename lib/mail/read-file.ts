import fs from "node:fs/promises";
import PostalMime from "postal-mime";
import { mailFile } from "@/lib/mail/write-file";
import { logError } from "@/lib/log";
import { isMissingFile } from "@/lib/missing-file";

/** What a kept mail says. */
export interface KeptMail {
  subject: string;
  to: string;
  text: string;
}

/** No mail of ours comes near it. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads a mail back from its file. Takes its id. Returns null where the file is gone, or is none of ours: whatever lies
 * there must not take the list of the others away.
 */
export async function readMail(id: string): Promise<KeptMail | null> {
  try {
    const file = mailFile(id);
    const { size } = await fs.stat(file);
    if (size > MAX_BYTES) return null;
    const { subject = "", to, text = "" } = await PostalMime.parse(await fs.readFile(file));
    return { subject, to: to?.[0]?.address ?? "", text };
  } catch (error) {
    if (!isMissingFile(error)) logError("a mail's file cannot be read", error);
    return null;
  }
}
