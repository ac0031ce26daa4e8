"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { saveSettings } from "@/lib/settings/save";

/** Stores what the law asks of the site. */
export async function saveLaw(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await saveSettings(actor, "law", typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("settings"))("saved") };
}
