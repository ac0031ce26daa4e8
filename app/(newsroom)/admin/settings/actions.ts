"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { saveSettings as save } from "@/lib/settings/save";

/** Stores the site's settings. */
export async function saveSettings(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await save(actor, "site", typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("settings"))("saved") };
}
