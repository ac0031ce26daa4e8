"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { currentSessionId, requireActor } from "@/lib/auth";
import { resetKeys, saveKeys } from "@/lib/comments/desk/save-keys";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { chooseNotices } from "@/lib/notices/choose";
import type { ErrorCode } from "@/lib/result";
import { changePassword } from "@/lib/users/change-password";
import { changeProfile } from "@/lib/users/change-profile";
import { disconnectProvider } from "@/lib/users/disconnect-provider";
import { endOtherSessions, endOwnSession } from "@/lib/users/end-session";

/** Changes what the newsroom and readers are told of who is signed in. */
export async function saveProfile(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await changeProfile(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("account"))("profileSaved") };
}

/** Chooses of what who is signed in is mailed. */
export async function saveNotices(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await chooseNotices(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("account"))("noticesSaved") };
}

/** Changes the password of who is signed in; this session goes on, the others end. */
export async function savePassword(_before: FormState, form: FormData): Promise<FormState> {
  const [actor, sessionId] = [await requireActor(), await currentSessionId()];
  const result = await changePassword(actor, sessionId, textFields(form));
  return result.ok ? { done: (await getTranslations("users"))("passwordSaved") } : refusedState(result);
}

/** Forgets who one is for the sign-in provider. */
export async function disconnect(): Promise<FormState> {
  const actor = await requireActor();
  const result = await disconnectProvider(actor);
  if (!result.ok) return { problem: (await refusedState(result)).problem };
  refresh();
  return { done: (await getTranslations("account"))("disconnected") };
}

/** Ends one of one's own sessions, or all others. */
export async function endSession(_before: FormState, form: FormData): Promise<FormState> {
  const [actor, thisOne] = [await requireActor(), await currentSessionId()];
  const { sessionId = "" } = textFields(form);
  const result = sessionId === "others" ? await endOtherSessions(actor, thisOne) : await endOwnSession(actor, { sessionId });
  if (!result.ok) return { problem: (await refusedState(result)).problem };
  refresh();
  return { done: (await getTranslations("account"))(sessionId === "others" ? "othersEnded" : "sessionEnded") };
}

/** Saves the keys that one has in the moderation's lists, or takes back those that everybody has. */
export async function saveDeskKeys(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const { act, ...typed } = textFields(form);
  const result = await (act === "standard" ? resetKeys(actor) : saveKeys(actor, typed));
  const t = await getTranslations("account.keys");
  if (!result.ok) {
    const told: Partial<Record<ErrorCode, string>> = { tooLong: t("tooLong"), invalidChoice: t("ofList"), inUse: t("twice") };
    const state = await refusedState(result, typed);
    const problems = Object.entries(result.fields ?? {}).flatMap(([name, [code]]) => (code && told[code] ? [[name, told[code]]] : []));
    return problems.length ? { ...state, problem: t("refused"), problems: Object.fromEntries(problems) as Record<string, string> } : state;
  }
  refresh();
  return { done: t("saved") };
}
