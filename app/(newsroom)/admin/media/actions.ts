"use server";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { changeMedia } from "@/lib/media/change";
import { deleteMedia } from "@/lib/media/delete";

/** Changes what is told of a picture, and the place that its crops keep. */
export async function change(_before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form);
  const result = await changeMedia(await requireActor(), typed);
  return result.ok ? { done: (await getTranslations("media"))("saved") } : refusedState(result, typed);
}

/** Deletes a picture that nothing uses, and leads back to the library. */
export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  const result = await deleteMedia(await requireActor(), textFields(form));
  return result.ok ? redirect("/admin/media") : refusedState(result);
}
