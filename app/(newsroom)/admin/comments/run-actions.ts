"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { RunsState } from "@/components/newsroom/desk/runs";
import { requireActor } from "@/lib/auth";
import { cancelRun, undoRun } from "@/lib/comments/runs/start";
import { formOf } from "@/lib/forms";

/** Stops a decision on a whole list, or takes it back: the button says `cancel:ID` or `undo:ID`. Returns what was wrong. Never throws for what was sent. */
export async function steerRun(_before: RunsState, sent: FormData): Promise<RunsState> {
  const actor = await requireActor();
  const said = formOf(sent).get("act");
  const [act, id] = (typeof said === "string" ? said : "").split(":");
  const result = act === "cancel" ? await cancelRun(actor, { id }) : await undoRun(actor, { id });
  refresh();
  return { notice: "", problems: result.ok ? [] : [(await getTranslations("errors"))(result.error)] };
}
