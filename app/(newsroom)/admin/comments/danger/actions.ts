"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { NOTHING_SHOWN, type FrozenState } from "@/components/newsroom/danger/view";
import { requireActor } from "@/lib/auth";
import { deleteEvidence, keepEvidence, showEvidence } from "@/lib/evidence/handle";
import { textFields } from "@/lib/forms";
import { shownLines } from "./frozen";

/** Does with what is frozen what a button of the list says: `show:ID`, `keep:ID`, `delete:ID`. Returns what the list tells now. */
export async function handle(_before: FrozenState, sent: FormData): Promise<FrozenState> {
  const actor = await requireActor();
  const [act, id] = (textFields(sent).act ?? "").split(":");
  const t = await getTranslations("danger");
  if (act === "show") {
    const shown = await showEvidence(actor, { id });
    if (shown.ok) return { ...NOTHING_SHOWN, notice: t("shown"), shown: { [shown.id]: await shownLines(shown.contents) } };
    return { ...NOTHING_SHOWN, problems: [(await getTranslations("errors"))(shown.error)] };
  }
  const done = act === "delete" ? await deleteEvidence(actor, { id }) : await keepEvidence(actor, { id });
  if (!done.ok) return { ...NOTHING_SHOWN, problems: [(await getTranslations("errors"))(done.error)] };
  refresh();
  return { ...NOTHING_SHOWN, notice: t(act === "delete" ? "deleted" : "keptOn") };
}
