import { getFormatter, getTranslations } from "next-intl/server";
import type { AskTexts } from "@/components/newsroom/desk/ask-first";
import { NOTHING_DONE, type DeskState } from "@/components/newsroom/desk/view";
import { deleteComment } from "@/lib/comments/delete";
import type { Actor } from "@/lib/users/policy";
import { refusalText } from "./told";

/** Deletes a comment for good, and tells what came of it. Takes the addresses that the list shows, who does, and what is deleted. */
export async function doDelete(revealed: DeskState["revealed"], actor: Actor, input: { id?: string; from?: string }): Promise<DeskState> {
  const result = await deleteComment(actor, input);
  const [t, format] = [await getTranslations("desk.deleting"), await getFormatter()];
  if (result.ok) return { ...NOTHING_DONE, revealed, notice: t("done"), moved: [result.id] };
  if ("why" in result) {
    const until = result.until ? format.dateTime(result.until, { dateStyle: "long" }) : "";
    return { ...NOTHING_DONE, revealed, problems: [t(result.why, { until })] };
  }
  return { ...NOTHING_DONE, revealed, problems: [result.fields?.from ? t("notHere") : await refusalText(result)] };
}

type AskText = `deleting.${keyof AskTexts}`;

/** The texts of the question before something is deleted for good: a comment, or the evidence of a case. Takes the namespace's texts. */
export function deletingTexts(t: (key: AskText) => string): AskTexts {
  return {
    open: t("deleting.open"),
    title: t("deleting.title"),
    warning: t("deleting.warning"),
    button: t("deleting.button"),
    cancel: t("deleting.cancel"),
  };
}
