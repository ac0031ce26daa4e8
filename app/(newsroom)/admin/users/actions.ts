"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import type { Result } from "@/lib/result";
import { siteAddress } from "@/lib/settings/public";
import { changeRole } from "@/lib/users/change-role";
import { deactivateUser } from "@/lib/users/deactivate";
import { inviteUser } from "@/lib/users/invite";
import type { Actor } from "@/lib/users/policy";
import { reactivateUser } from "@/lib/users/reactivate";
import { resetSecondFactor } from "@/lib/users/reset-second-factor";

/** Invites a colleague; the link comes back too, for a site that sends no mail. */
export async function invite(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = textFields(form);
  const result = await inviteUser(actor, typed);
  if (!result.ok) return refusedState(result, typed);
  refresh();
  const done = (await getTranslations("users"))("invited", { email: result.email });
  return { done, link: siteAddress(`/admin/invitation/${result.key}`) };
}

const ACTS: Record<"role" | "deactivate" | "reactivate" | "resetSecond", (actor: Actor, input: unknown) => Promise<Result>> = {
  role: changeRole,
  deactivate: deactivateUser,
  reactivate: reactivateUser,
  resetSecond: resetSecondFactor,
};

/** Carries out what a button of a user's line says. */
export async function changeUser(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const { act = "", ...input } = textFields(form);
  if (!isAct(act)) return refusedState({ ok: false, error: "invalid" });
  const result = await ACTS[act](actor, input);
  if (!result.ok) return { problem: (await refusedState(result)).problem };
  refresh();
  return { done: (await getTranslations("users"))(`done.${act}`) };
}

function isAct(name: string): name is keyof typeof ACTS {
  return Object.hasOwn(ACTS, name);
}
