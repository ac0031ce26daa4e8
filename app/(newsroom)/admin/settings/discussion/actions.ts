"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { tryDiscussion } from "@/lib/comments/rules/dry-run";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { discussionFields } from "@/lib/settings/discussion-input";
import { saveSettings } from "@/lib/settings/save";
import type { Actor } from "@/lib/users/policy";

/** So much of a reply is shown in the list of those that would change. */
const EXCERPT_CHARS = 100;

/** Stores how readers discuss, or, by the button `try`, tells what that would have done. A key that was typed is not shown again. */
export async function saveDiscussion(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const { act, ...typed } = textFields(form);
  if (act === "try") return tryIt(actor, typed);
  const result = await saveSettings(actor, "discussion", discussionFields(typed));
  if (!result.ok) return refusedState(result, { ...typed, akismetKey: "" });
  refresh();
  return { done: (await getTranslations("settings"))("saved") };
}

/** What was typed stays as it is: nothing is stored. */
async function tryIt(actor: Actor, typed: Record<string, string>): Promise<FormState> {
  const result = await tryDiscussion(actor, discussionFields(typed));
  const kept = { ...typed, akismetKey: "" };
  if (!result.ok) return refusedState(result, kept);
  const t = await getTranslations("discussion.try");
  const { tried, changes, named } = result.tried;
  const counts = changes.map(({ from, to, count }) => t("change", { count, from: t(`fates.${from}`), to: t(`fates.${to}`) }));
  return {
    typed: kept,
    done: [t("tried", { count: tried }), ...(counts.length > 0 ? counts : [t("none")]), t("notSaved")].join(" "),
    found: named.map(({ id, name, body, from, to }) => ({
      title: `${name}: ${Array.from(body).slice(0, EXCERPT_CHARS).join("")}`,
      href: `/admin/commenters/${id}`,
      note: `${t(`fates.${from}`)} → ${t(`fates.${to}`)}`,
    })),
  };
}
