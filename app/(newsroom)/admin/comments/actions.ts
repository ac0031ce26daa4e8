"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { NOTHING_DONE, type DeskState } from "@/components/newsroom/desk/view";
import { requireActor } from "@/lib/auth";
import { decideOnEach } from "@/lib/comments/bulk";
import { decisions, type Decision } from "@/lib/comments/moderate";
import { listBefore, MAX_REASON_CHARS, VERDICTS, type Verdict } from "@/lib/comments/moderation-schema";
import { revealAddress } from "@/lib/comments/reveal";
import { undoDecisions } from "@/lib/comments/undo";
import { formOf } from "@/lib/forms";
import type { ErrorCode, Result } from "@/lib/result";

/**
 * Carries out what a button of the list says: `approve:ID` and the like, `reveal:ID`, `bulk` on the chosen, `undo`
 * of the last. Takes what the list told before and the form; returns what it tells now. Never throws for what was sent.
 */
export async function moderate(before: DeskState, sent: FormData): Promise<DeskState> {
  const actor = await requireActor();
  const form = formOf(sent);
  const { revealed } = listBefore.parse(before);
  const [act = "", id] = text(form, "act").split(":");
  const shown = shownIn(form);
  if (act === "reveal") return withAddress(revealed, await revealAddress(actor, { id }));
  refresh();
  if (act === "undo") return told(revealed, await undoDecisions(actor, { events: form.getAll("event") }), true);
  if (isVerdict(act)) {
    const decision = { id, ...shown[id ?? ""], reason: text(form, `reason:${id}`) };
    return told(revealed, { ok: true, decided: [await decisions[act](actor, decision)] });
  }
  const ids = form.has("all") ? Object.keys(shown) : form.getAll("id");
  return told(revealed, await decideOnEach(actor, { ids, shown, verdict: text(form, "verdict") }));
}

/** What each comment was when the page showed it, by its id: the hidden fields hold `ID:STATUS:VERSION`. */
function shownIn(form: FormData): Record<string, { from: string; seen: string }> {
  const shown = form.getAll("shown").map((value) => (typeof value === "string" ? value : "").split(":"));
  return Object.fromEntries(shown.map(([id = "", from = "", seen = ""]) => [id, { from, seen }]));
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function isVerdict(act: string): act is Verdict {
  return Object.hasOwn(VERDICTS, act);
}

type Revealed = DeskState["revealed"];

async function withAddress(revealed: Revealed, result: Result<{ id: string; address: string }>): Promise<DeskState> {
  if (result.ok) return { ...NOTHING_DONE, revealed: { ...revealed, [result.id]: result.address } };
  return { ...NOTHING_DONE, revealed, problems: [await refusalText(result)] };
}

async function told(revealed: Revealed, result: Result<{ decided: Decision[] }>, isUndo = false): Promise<DeskState> {
  if (!result.ok) return { ...NOTHING_DONE, revealed, problems: [await refusalText(result)] };
  const t = await getTranslations("desk");
  const done = result.decided.filter((decision) => decision.ok);
  const [first] = done;
  const refusals = await Promise.all(result.decided.filter((decision) => !decision.ok).map(refusalText));
  return {
    notice: first ? t(isUndo ? "undone" : `done.${first.to}`, { count: done.length }) : "",
    problems: result.decided.length ? [...new Set(refusals)] : [t("nothingToDo")],
    undo: isUndo ? [] : done.map(({ event }) => event),
    revealed,
  };
}

/** Why something was not done, in the site's language; of a comment that was decided elsewhere, by whom and how. */
async function refusalText(refusal: Exclude<Decision, { ok: true }>): Promise<string> {
  const t = await getTranslations("desk");
  if ("now" in refusal) return t("decidedBy", { who: refusal.by ?? t("somebody"), status: t(`is.${refusal.now}`), name: refusal.name });
  if (refusal.fields?.ids?.includes("required")) return t("chooseSome");
  if (refusal.fields?.reason) return t("reason.tooLong", { most: MAX_REASON_CHARS });
  if (refusal.fields?.verdict) return t("chooseAction");
  return t(TOLD[refusal.error] ?? "notDone");
}

const TOLD: Partial<Record<ErrorCode, "gone" | "notAllowed" | "withdrawn" | "changed">> = {
  notFound: "gone",
  forbidden: "notAllowed",
  withdrawn: "withdrawn",
  staleVersion: "changed",
};
