import { getTranslations, type getFormatter } from "next-intl/server";
import { NOTHING_DONE, type DeskState, type RowView } from "@/components/newsroom/desk/view";
import type { Moved } from "@/lib/comments/move";
import type { StaffEdit } from "@/lib/comments/staff-edits";
import { compareTexts } from "@/lib/posts/compare";
import type { Result } from "@/lib/result";
import { refusalText } from "./told";

interface Written {
  t: Awaited<ReturnType<typeof getTranslations<"desk">>>;
  format: Awaited<ReturnType<typeof getFormatter>>;
}

/** The newsroom's changes of a comment's text, written out: who and when, and the words that differ. */
export function editsOf(edits: StaffEdit[], { t, format }: Written): RowView["edits"] {
  return edits.map(({ who, at, before, after }) => {
    const { left, right } = compareTexts(before, after);
    const when = format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
    return { label: t("edit.by", { who: who ?? t("somebody"), when }), before: left?.parts ?? [], after: right?.parts ?? [] };
  });
}

/** What a list tells of a changed text. Takes the addresses that it shows, what came of it, and of which comment; a refused text is kept. */
export async function editState(
  revealed: DeskState["revealed"],
  result: Result<Moved>,
  { id, typed }: { id: string; typed: string },
): Promise<DeskState> {
  if (!result.ok) return { ...NOTHING_DONE, revealed, problems: [await editRefusal(result)], edited: { id, typed } };
  const t = await getTranslations("desk.edit");
  return { ...NOTHING_DONE, notice: t("done"), undo: [result.event], revealed, edited: { id } };
}

async function editRefusal(refusal: Exclude<Result<Moved>, { ok: true }>): Promise<string> {
  const t = await getTranslations("desk.edit");
  if (refusal.error === "staleVersion") return t("stale");
  if (refusal.error === "duplicate") return t("same");
  if (refusal.fields?.from) return t("turnedDown");
  if (refusal.fields?.body?.includes("required")) return t("required");
  return refusalText(refusal);
}
