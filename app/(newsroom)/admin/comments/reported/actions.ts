"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { NOTHING_DONE, type DeskState } from "@/components/newsroom/desk/view";
import { requireActor } from "@/lib/auth";
import { decisions } from "@/lib/comments/moderate";
import { listBefore } from "@/lib/comments/moderation-schema";
import { undoDecisions } from "@/lib/comments/undo";
import { textFields, formOf } from "@/lib/forms";
import { UNDO_MINUTES } from "@/lib/reports/close";
import { dismissReports } from "@/lib/reports/dismiss";
import { revealReporter } from "@/lib/reports/reveal";
import { addressState, decisionState } from "../told";

/**
 * Carries out what a button of the list says: `dismiss:ID`, `reject:ID`, `spam:ID` and `trash:ID` of a comment,
 * `reveal:ID` of a report, `undo` of the last. Takes what the list told before and the form; returns what it tells now.
 * Never throws for what was sent.
 */
export async function decideOnReported(before: DeskState, sent: FormData): Promise<DeskState> {
  const actor = await requireActor();
  const form = formOf(sent);
  const fields = textFields(form);
  const { revealed } = listBefore.parse(before);
  const [act = "", id = ""] = (fields.act ?? "").split(":");
  if (act === "reveal") return addressState(revealed, await revealReporter(actor, { id }));
  refresh();
  if (act === "undo") return decisionState(revealed, await undoDecisions(actor, { events: form.getAll("event") }), true);
  const [from, seen] = (fields[`shown:${id}`] ?? "").split(":");
  if (act === "dismiss") return dismissed(revealed, id, await dismissReports(actor, { id, seen, lastReport: fields[`reports:${id}`] }));
  const verdict = act === "spam" || act === "trash" ? act : "reject";
  return decisionState(revealed, {
    ok: true,
    decided: [
      await decisions[verdict](actor, {
        id,
        from: from || undefined,
        seen,
        reason: fields[`reason:${id}`],
        ground: fields[`ground:${id}`] || undefined,
      }),
    ],
  });
}

async function dismissed(
  revealed: DeskState["revealed"],
  id: string,
  result: Awaited<ReturnType<typeof dismissReports>>,
): Promise<DeskState> {
  const t = await getTranslations("reported");
  if (result.ok)
    return {
      ...NOTHING_DONE,
      notice: `${t("dismissed")} ${t("told", { minutes: UNDO_MINUTES })}`,
      undo: [result.event],
      moved: [id],
      revealed,
    };
  if (result.error === "alreadyDecided") return { ...NOTHING_DONE, revealed, problems: [t("nothingOpen")] };
  if (result.error === "staleVersion") return { ...NOTHING_DONE, revealed, problems: [t("readAgain")] };
  return decisionState(revealed, result);
}
