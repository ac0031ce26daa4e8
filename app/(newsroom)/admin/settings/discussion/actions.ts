"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { saveSettings } from "@/lib/settings/save";

/** Stores how readers discuss. A key that was typed is not shown again. */
export async function saveDiscussion(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await saveSettings(actor, "discussion", typed);
  if (!result.ok) return refusedState(result, { ...typed, akismetKey: "" });
  refresh();
  return { done: (await getTranslations("settings"))("saved") };
}
