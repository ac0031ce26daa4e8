import { getTranslations } from "next-intl/server";
import { NOTHING_DONE, type DeskState } from "@/components/newsroom/desk/view";
import type { Decision } from "@/lib/comments/moderate";
import { MAX_REASON_CHARS } from "@/lib/comments/moderation-schema";
import type { Replied } from "@/lib/comments/reply";
import { MAX_BODY_CHARS } from "@/lib/comments/schema";
import type { ErrorCode, Result } from "@/lib/result";

/** What a list tells of decisions, in the site's language. Takes the addresses that it shows, what came of them, and whether they were taken back. */
export async function decisionState(
  revealed: DeskState["revealed"],
  result: Result<{ decided: Decision[] }>,
  isUndo = false,
): Promise<DeskState> {
  if (!result.ok) return { ...NOTHING_DONE, revealed, problems: [await refusalText(result)] };
  const t = await getTranslations("desk");
  const done = result.decided.filter((decision) => decision.ok);
  const [first] = done;
  const refusals = await Promise.all(result.decided.filter((decision) => !decision.ok).map(refusalText));
  return {
    notice: first ? t(isUndo ? "undone" : `done.${first.to}`, { count: done.length }) : "",
    problems: result.decided.length ? [...new Set(refusals)] : [t("nothingToDo")],
    undo: isUndo ? [] : done.map(({ event }) => event),
    moved: done.map(({ id }) => id),
    revealed,
  };
}

/** What a list tells of an address that was asked for. Takes those that it shows already, and the address by what it came with. */
export async function addressState(revealed: DeskState["revealed"], result: Result<{ id: string; address: string }>): Promise<DeskState> {
  if (!result.ok) return { ...NOTHING_DONE, revealed, problems: [await refusalText(result)] };
  return { ...NOTHING_DONE, revealed: { ...revealed, [result.id]: result.address } };
}

/** What a list tells of an answer, in the site's language. Takes the addresses that it shows, what came of it, and what was answered. */
export async function replyState(revealed: DeskState["revealed"], result: Result<Replied>, id?: string): Promise<DeskState> {
  if (!result.ok) return { ...NOTHING_DONE, revealed, problems: [await refusalText(result)] };
  const t = await getTranslations("desk.reply");
  const { reply, approved } = result;
  const undo = approved ? [reply.event, approved.event] : [reply.event];
  return { ...NOTHING_DONE, notice: t(approved ? "doneBoth" : "done"), undo, moved: approved ? [approved.id] : [], revealed, answered: id };
}

/** What a list tells of a decision on all of it, in the site's language. Takes the addresses that it shows, and whether that has begun. */
export async function runState(revealed: DeskState["revealed"], result: Result): Promise<DeskState> {
  if (!result.ok) return { ...NOTHING_DONE, revealed, problems: [await refusalText(result)] };
  return { ...NOTHING_DONE, revealed, notice: (await getTranslations("desk"))("runs.started") };
}

/** Why something was not done, in the site's language; of a comment that was decided elsewhere, by whom and how. */
export async function refusalText(refusal: Exclude<Decision, { ok: true }>): Promise<string> {
  const t = await getTranslations("desk");
  if ("now" in refusal) return t("decidedBy", { who: refusal.by ?? t("somebody"), status: t(`is.${refusal.now}`), name: refusal.name });
  if (refusal.fields?.ids?.includes("required")) return t("chooseSome");
  const said = refusal.fields?.reason ?? refusal.fields?.why;
  if (said?.includes("required")) return t("reason.lawNeedsReason");
  if (said) return t("reason.tooLong", { most: MAX_REASON_CHARS });
  if (refusal.fields?.body)
    return t(refusal.fields.body.includes("required") ? "reply.required" : "reply.tooLong", { most: MAX_BODY_CHARS });
  if (refusal.fields?.verdict) return t("chooseAction");
  if (refusal.error === "complained") return (await getTranslations("errors"))(refusal.error);
  return t(TOLD[refusal.error] ?? "notDone");
}

const TOLD: Partial<Record<ErrorCode, "gone" | "notAllowed" | "withdrawn" | "changed" | "reply.notShown" | "reply.noArticle">> = {
  notFound: "gone",
  forbidden: "notAllowed",
  withdrawn: "withdrawn",
  staleVersion: "changed",
  parentNotFound: "reply.notShown",
  postNotFound: "reply.noArticle",
};
