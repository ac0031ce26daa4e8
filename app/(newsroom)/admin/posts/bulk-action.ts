"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { NOTHING_DONE, type BulkState } from "@/components/newsroom/posts/view";
import { requireActor } from "@/lib/auth";
import { formOf } from "@/lib/forms";
import { actOnEach, type Undone } from "@/lib/posts/bulk";

/**
 * Does with the chosen posts what the list's form says. Without JavaScript the box for all is sent as `all`, and the
 * page's posts are taken from hidden fields. Takes the form; returns what the list tells now.
 */
export async function bulk(_before: BulkState, sent: FormData): Promise<BulkState> {
  const actor = await requireActor();
  const form = formOf(sent);
  const ids = form.getAll(form.has("all") ? "shown" : "id");
  const result = await actOnEach(actor, { ids, act: form.get("act"), categoryId: form.get("categoryId") ?? "" });
  const [t, errors] = [await getTranslations("flow"), await getTranslations("errors")];
  if (!result.ok) {
    if (result.fields?.ids) return { ...NOTHING_DONE, problems: [t("chooseSome")] };
    return { ...NOTHING_DONE, problems: [result.fields?.act ? t("chooseAction") : errors(result.error)] };
  }
  refresh();
  const why = ({ title, refusal }: Undone) => {
    const reason = refusal.fields?.body?.includes("required")
      ? t("nothingToShow")
      : refusal.error === "invalid"
        ? t("notFinished")
        : errors(refusal.error);
    return title ? t("notDone", { title, reason }) : reason;
  };
  return {
    notice: result.done > 0 ? t(`bulkDone.${result.act}`, { count: result.done }) : "",
    problems: [...new Set(result.undone.map(why))],
  };
}
