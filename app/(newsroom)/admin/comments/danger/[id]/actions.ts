"use server";
import { refresh } from "next/cache";
import { requireActor } from "@/lib/auth";
import { freezeReply } from "@/lib/evidence/freeze";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";

/** Freezes a reply that points to a danger to life, and takes it off the page. */
export async function freeze(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const result = await freezeReply(actor, textFields(form));
  if (!result.ok) return refusedState(result);
  refresh();
  // The page says it from now on.
  return {};
}
