"use server";
import { redirect } from "next/navigation";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { createTag } from "@/lib/taxonomy/create-tag";
import { deleteTag } from "@/lib/taxonomy/delete-tag";
import { mergeTags } from "@/lib/taxonomy/merge-tags";
import { renameTag } from "@/lib/taxonomy/rename-tag";

/** Makes a tag. */
export async function addTag(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await createTag(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("order"))("madeTag", { name: result.name }) };
}

/** Renames a tag. */
export async function changeTag(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await renameTag(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("order"))("stored"), typed };
}

/** Makes a tag part of another one, and goes there. */
export async function merge(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await mergeTags(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  redirect(`/admin/tags/${result.id}`);
}

/** Deletes a tag that no post has, and goes back to the list. */
export async function removeTag(_before: FormState, form: FormData): Promise<FormState> {
  const result = await deleteTag(await requireActor(), textFields(form));
  if (!result.ok) return refusedState(result);
  redirect("/admin/tags");
}
