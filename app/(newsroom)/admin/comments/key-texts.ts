import type { getTranslations } from "next-intl/server";
import type { KeysTexts } from "@/components/newsroom/desk/view";
import type { KeyAct } from "@/lib/comments/desk/keys";

type Texts = Awaited<ReturnType<typeof getTranslations<"desk">>>;

/** What each key of the moderation's lists does. */
export function keyTexts(t: Texts): Record<KeyAct, string> {
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

/** The texts of what shows a list's keys. Takes what each key does there. */
export function keysTexts(t: Texts, acts: KeysTexts["acts"]): KeysTexts {
  return { open: t("keys.open"), hint: t("keys.hint"), close: t("keys.close"), areOff: t("keys.areOff"), change: t("keys.change"), acts };
}
