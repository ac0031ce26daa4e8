"use server";
import type { ShownMail } from "@/components/newsroom/mailbox/mail-list";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState } from "@/lib/i18n/form-state";
import { showMail } from "@/lib/mail/show";

/** Shows a mail that lies as a file. */
export async function show(_before: ShownMail, form: FormData): Promise<ShownMail> {
  const result = await showMail(await requireActor(), textFields(form));
  if (!result.ok) return { problem: (await refusedState(result)).problem };
  const { text, to } = result.mail;
  return { text, to };
}
