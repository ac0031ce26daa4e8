import type { getTranslations } from "next-intl/server";
import type { KeyAct } from "@/lib/comments/keys";

/** What each key of the moderation's lists does. */
export function keyTexts(t: Awaited<ReturnType<typeof getTranslations<"desk">>>): Record<KeyAct, string> {
  return {
    next: t("keys.next"),
    previous: t("keys.previous"),
    approve: t("verdicts.approve"),
    unapprove: t("verdicts.unapprove"),
    spam: t("verdicts.spam"),
    trash: t("verdicts.trash"),
    reject: t("verdicts.reject"),
    reason: t("reason.open"),
    reply: t("reply.open"),
    quickEdit: t("keys.quickEdit"),
    edit: t("edit.open"),
    undo: t("undo"),
    choose: t("keys.choose"),
    chooseAll: t("selectAll"),
  };
}
