"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { saveSettings as save } from "@/lib/settings/save";

/** Stores the site's name, languages and time zone. */
export async function saveSettings(_before: FormState, form: FormData): Promise<FormState> {
  return store("site", form);
}

/** Stores the logo and the languages of posts. */
export async function saveLook(_before: FormState, form: FormData): Promise<FormState> {
  return store("look", form);
}

/** Stores what search engines are told. */
export async function saveSearchEngines(_before: FormState, form: FormData): Promise<FormState> {
  return store("searchEngines", form);
}

/** Stores the menus. */
export async function saveMenus(_before: FormState, form: FormData): Promise<FormState> {
  return store("menus", form);
}

/** Stores what the front page shows. */
export async function saveFront(_before: FormState, form: FormData): Promise<FormState> {
  return store("front", form);
}

async function store(part: Parameters<typeof save>[1], form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await save(actor, part, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("settings"))("saved") };
}
