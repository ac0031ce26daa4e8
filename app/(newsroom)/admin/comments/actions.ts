"use server";
import { refresh } from "next/cache";
import type { DeskState } from "@/components/newsroom/desk/view";
import { requireActor } from "@/lib/auth";
import { decideOnEach } from "@/lib/comments/bulk";
import { decisions } from "@/lib/comments/moderate";
import { isVerdict, listBefore } from "@/lib/comments/moderation-schema";
import { replyToComment } from "@/lib/comments/reply";
import { revealAddress } from "@/lib/comments/reveal";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { startRun } from "@/lib/comments/runs/start";
import { undoDecisions } from "@/lib/comments/undo";
import { formOf, textFields } from "@/lib/forms";
import { doDelete } from "./deleting";
import { editState } from "./edits";
import { doThreadAct, isThreadAct } from "./thread-acts";
import { addressState, decisionState, replyState, runState } from "./told";

/**
 * Carries out what a button of the list says: `approve:ID` and the like, `reply:ID`, `edit:ID`, `reveal:ID`, `pin:ID` and the like, `bulk` on the chosen or on the whole list,
 * `undo` of the last. Takes what the list told before and the form; returns what it tells now. Never throws for what was sent.
 */
export async function moderate(before: DeskState, sent: FormData): Promise<DeskState> {
  const actor = await requireActor();
  const form = formOf(sent);
  const fields = textFields(form);
  const text = (name: string) => fields[name] ?? "";
  const { revealed } = listBefore.parse(before);
  const [act = "", id] = text("act").split(":");
  const shown = shownIn(form);
  if (act === "reveal") return addressState(revealed, await revealAddress(actor, { id }));
  refresh();
  if (act === "undo") return decisionState(revealed, await undoDecisions(actor, { events: form.getAll("event") }), true);
  if (act === "delete") return doDelete(revealed, actor, { id, from: shown[id ?? ""]?.from });
  if (isThreadAct(act)) return doThreadAct(revealed, actor, act, id);
  if (act === "reply") return replyState(revealed, await replyToComment(actor, { id, ...shown[id ?? ""], body: text(`answer:${id}`) }), id);
  if (act === "edit" && id) {
    const [typed, kind, why] = [text(`text:${id}`), text(`kind:${id}`), text(`why:${id}`)];
    const answers = form.has(`answers:${id}`);
    const seen = { from: shown[id]?.from, seen: text(`base:${id}`), lastReport: text(`reports:${id}`) };
    const edit = { id, ...seen, body: typed, kind: kind || undefined, why, answers };
    return editState(revealed, await editAsStaff(actor, edit), { id, typed, kind, why, answers });
  }
  if (isVerdict(act)) {
    const decision = {
      id,
      ...shown[id ?? ""],
      reason: text(`reason:${id}`),
      ground: text(`ground:${id}`) || undefined,
    };
    return decisionState(revealed, { ok: true, decided: [await decisions[act](actor, decision)] });
  }
  if (form.has("everywhere")) return runState(revealed, await startRun(actor, { verdict: text("verdict"), query: queryIn(text("query")) }));
  const ids = form.has("all") ? Object.keys(shown) : form.getAll("id");
  return decisionState(revealed, await decideOnEach(actor, { ids, shown, verdict: text("verdict") }));
}

/** What each comment was when the page showed it, by its id: the hidden fields hold `ID:STATUS:VERSION`. */
function shownIn(form: FormData): Record<string, { from: string; seen: string }> {
  const shown = form.getAll("shown").map((value) => (typeof value === "string" ? value : "").split(":"));
  return Object.fromEntries(shown.map(([id = "", from = "", seen = ""]) => [id, { from, seen }]));
}

/** What the list was asked for, as its address says it. */
function queryIn(address: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(address));
}
