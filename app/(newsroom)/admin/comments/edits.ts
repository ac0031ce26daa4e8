import { getFormatter, getTranslations } from "next-intl/server";
import { NOTHING_DONE, type DeskState, type RowView } from "@/components/newsroom/desk/view";
import type { StaffEdit } from "@/lib/comments/desk/staff-edits";
import type { Edited } from "@/lib/comments/same-text";
import type { TakesOut } from "@/lib/comments/staff-edit";
import { compareTexts } from "@/lib/posts/compare";
import type { Refusal } from "@/lib/result";
import { refusalText } from "./told";

interface Written {
  t: Awaited<ReturnType<typeof getTranslations<"desk">>>;
  format: Awaited<ReturnType<typeof getFormatter>>;
}

/** The newsroom's changes of a comment's text, written out: who and when, and the words that differ. */
export function editsOf(edits: StaffEdit[], { t, format }: Written): RowView["edits"] {
  return edits.map(({ who, at, before, after }) => {
    const when = format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
    return changeOf(t("edit.by", { who: who ?? t("somebody"), when }), before, after);
  });
}

/** One change of a text, the words apart that differ. Takes what opens it, and what the text said before and after; null where that is not known. */
export function changeOf(label: string, before: string, after: string | null): RowView["edits"][number] {
  if (after === null) return { label, before: [{ text: before, isOwn: false }], after: [] };
  const { left, right } = compareTexts(before, after);
  return { label, before: left?.parts ?? [], after: right?.parts ?? [] };
}

/** What a list tells of a changed text. Takes the addresses that it shows, what came of it, and of which comment; what was typed is kept where it is refused. */
export async function editState(
  revealed: DeskState["revealed"],
  result: Edited | TakesOut | Refusal,
  typed: Required<Omit<NonNullable<DeskState["edited"]>, "wrongKind">>,
): Promise<DeskState> {
  if (!result.ok) {
    const problem = await editRefusal(result, typed.answers);
    return { ...NOTHING_DONE, revealed, problems: [problem], edited: { ...typed, wrongKind: result.fields?.kind && problem } };
  }
  const t = await getTranslations("desk.edit");
  const done = t(result.isReopened ? "doneReopened" : "done");
  const notice = result.reports ? t(result.isSame ? "sameAnswers" : "doneReports", { count: result.reports }) : done;
  return { ...NOTHING_DONE, notice, undo: [result.event], revealed, edited: { id: typed.id } };
}

/** More of them name no better what is gone. */
const MOST_NAMED = 8;

async function editRefusal(refusal: TakesOut | Refusal, answers: boolean): Promise<string> {
  const t = await getTranslations("desk.edit");
  if ("gone" in refusal) {
    const named = refusal.gone.slice(0, MOST_NAMED).map((word) => t("word", { word }));
    const others = refusal.gone.length - named.length;
    return t("takesOut", { words: (await getFormatter()).list(others > 0 ? [...named, t("otherWords", { count: others })] : named) });
  }
  if (refusal.error === "staleVersion") return t(refusal.fields?.answers ? "reportedSince" : "stale");
  if (refusal.error === "duplicate") return t(answers ? "sameReported" : "same");
  if (refusal.fields?.answers) return t("answersNothing");
  if (refusal.fields?.kind) return t("nothingBack");
  if (refusal.fields?.from) return t("turnedDown");
  if (refusal.fields?.body?.includes("required")) return t("required");
  return refusalText(refusal);
}
