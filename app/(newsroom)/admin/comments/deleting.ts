import { getFormatter, getTranslations } from "next-intl/server";
import { NOTHING_DONE, type DeskState, type DeskTexts } from "@/components/newsroom/desk/view";
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

/** The texts of the question before it. */
export function deletingTexts(t: Awaited<ReturnType<typeof getTranslations<"desk">>>): DeskTexts["deleting"] {
  return {
    open: t("deleting.open"),
    title: t("deleting.title"),
    warning: t("deleting.warning"),
    button: t("deleting.button"),
    cancel: t("deleting.cancel"),
  };
}
