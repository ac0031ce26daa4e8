"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { endPreview } from "@/lib/posts/end-preview";
import { restoreRevision } from "@/lib/posts/restore";
import { sharePreview } from "@/lib/posts/share-preview";

/** Makes a link to a post's preview; the page then lists it. */
export async function share(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const result = await sharePreview(actor, { id, days: textFields(form).days });
  if (!result.ok) return refusedState(result);
  refresh();
  return { done: (await getTranslations("save"))("linkMade") };
}

/** Ends a link; the page then lists it no more. */
export async function endLink(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const result = await endPreview(actor, textFields(form));
  if (!result.ok) return refusedState(result);
  refresh();
  return { done: (await getTranslations("save"))("linkEnded") };
}

/** Makes an older revision the newest, and opens the editor with it; where somebody saved meanwhile the page says so. */
export async function restore(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const fields = textFields(form);
  const result = await restoreRevision(actor, fields);
  if (!result.ok) return refusedState(result);
  redirect(`/admin/${fields.kind === "page" ? "pages" : "posts"}/${result.id}`);
}
