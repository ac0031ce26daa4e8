import type { getTranslations } from "next-intl/server";
import type { DeskTexts } from "@/components/newsroom/desk/view";
import { EDIT_KINDS, MAX_REASON_CHARS } from "@/lib/comments/moderation-schema";
import { MAX_BODY_CHARS } from "@/lib/comments/schema";
import { keysTexts, keyTexts } from "./key-texts";
import { deletingTexts } from "./deleting";
import { groundTexts } from "./ground-texts";

/** The texts of the controls of the lists. */
export function deskTexts(t: Awaited<ReturnType<typeof getTranslations<"desk">>>): DeskTexts {
  return {
    selectAll: t("selectAll"),
    bulkActions: t("bulkActions"),
    choose: t("choose"),
    apply: t("apply"),
    everywhere: t("runs.everywhere"),
    undo: t("undo"),
    showAddress: t("showAddress"),
    showRest: t("showRest"),
    more: t("more"),
    deleting: deletingTexts(t),
    reason: {
      open: t("reason.open"),
      label: t("reason.label"),
      hint: t("reason.hint", { most: MAX_REASON_CHARS }),
      reject: t("reason.reject"),
      ground: groundTexts(t),
      given: t("reason.given"),
      mostChars: MAX_REASON_CHARS,
    },
    reply: { open: t("reply.open"), label: t("reply.label"), hint: t("reply.hint", { most: MAX_BODY_CHARS }) },
    edit: {
      open: t("edit.open"),
      label: t("edit.label"),
      hint: t("edit.hint", { most: MAX_BODY_CHARS }),
      kind: t("edit.kind"),
      kinds: EDIT_KINDS.map((id) => ({ id, label: t(`edit.kinds.${id}`) })),
      why: t("edit.why"),
      whyHint: t("edit.whyHint", { most: MAX_REASON_CHARS }),
      mostWhyChars: MAX_REASON_CHARS,
      answers: t("edit.answers"),
      answersHint: t("edit.answersHint"),
      save: t("edit.save"),
      before: t("edit.before"),
      after: t("edit.after"),
    },
    keys: keysTexts(t, keyTexts(t)),
  };
}
