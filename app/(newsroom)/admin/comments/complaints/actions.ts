"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { NOTHING_ANSWERED, type ComplaintsState } from "@/components/newsroom/complaints/view";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import type { Refusal } from "@/lib/result";
import { answerComplaint } from "@/lib/statements/answer";
import { MAX_COMPLAINT_CHARS } from "@/lib/statements/policy";

/** Answers a complaint: `upheld:ID` or `overturned:ID`, with the answer in `answer:ID`. Returns what the list tells now. */
export async function answer(_before: ComplaintsState, sent: FormData): Promise<ComplaintsState> {
  const actor = await requireActor();
  const fields = textFields(sent);
  const [outcome, id = ""] = (fields.act ?? "").split(":");
  const said = fields[`answer:${id}`];
  const about = { ground: fields[`ground:${id}`] || undefined, seen: fields[`seen:${id}`] };
  const result = await answerComplaint(actor, { id, outcome, answer: said, ...about });
  const typed = Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (name.startsWith("answer:") ? [[name.slice("answer:".length), text]] : [])),
  );
  if (result.ok || result.error !== "invalid") refresh();
  if (!result.ok) return { ...NOTHING_ANSWERED, problems: [await problemText(result)], typed };
  return {
    ...NOTHING_ANSWERED,
    notice: (await getTranslations("complaints"))(result.staysOut ? "doneStaysOut" : result.isHeld ? "doneHeld" : "done"),
    moved: [id],
    typed,
  };
}

async function problemText({ error, fields }: Refusal): Promise<string> {
  const [t, errors] = [await getTranslations("complaints"), await getTranslations("errors")];
  if (fields?.answer?.includes("tooLong")) return t("answerTooLong", { most: MAX_COMPLAINT_CHARS });
  if (fields?.answer) return t("answerRequired");
  if (error === "staleVersion") return t("unread");
  return error === "alreadyDecided" ? t("answered") : errors(error);
}
