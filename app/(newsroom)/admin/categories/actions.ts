"use server";
import { redirect } from "next/navigation";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { overrideCategory } from "@/lib/comments/rules/override";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { createCategory } from "@/lib/taxonomy/create-category";
import { deleteCategory } from "@/lib/taxonomy/delete-category";
import { moveCategory } from "@/lib/taxonomy/move-category";
import { updateCategory } from "@/lib/taxonomy/update-category";

/** Makes a category. */
export async function addCategory(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await createCategory(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("order"))("madeCategory", { name: result.name }) };
}

/** Stores a category's form. */
export async function changeCategory(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await updateCategory(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("order"))("stored"), typed: { ...typed, slug: result.slug } };
}

/** Stores how a category's posts are discussed. */
export async function changeDiscussion(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await overrideCategory(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("rules"))("done"), typed };
}

/** Moves a category one place, and tells where it stands then. What cannot be moved any more, the list that comes back shows. */
export async function move(_before: FormState, form: FormData): Promise<FormState> {
  const result = await moveCategory(await requireActor(), textFields(form));
  refresh();
  if (!result.ok) return refusedState(result);
  const { name, place, count } = result;
  return { done: (await getTranslations("order"))("moved", { name, place, count }) };
}

/** Deletes an empty category, and goes back to the list. */
export async function removeCategory(_before: FormState, form: FormData): Promise<FormState> {
  const result = await deleteCategory(await requireActor(), textFields(form));
  if (!result.ok) return refusedState(result);
  redirect("/admin/categories");
}
