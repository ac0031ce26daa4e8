"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { currentSessionId, requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { changeName } from "@/lib/users/change-name";
import { changePassword } from "@/lib/users/change-password";

/** Changes the name of who is signed in. */
export async function saveName(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await changeName(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("users"))("nameSaved") };
}

/** Changes the password of who is signed in; this session goes on, the others end. */
export async function savePassword(_before: FormState, form: FormData): Promise<FormState> {
  const [actor, sessionId] = [await requireActor(), await currentSessionId()];
  const result = await changePassword(actor, sessionId ?? "", textFields(form));
  return result.ok ? { done: (await getTranslations("users"))("passwordSaved") } : refusedState(result);
}
