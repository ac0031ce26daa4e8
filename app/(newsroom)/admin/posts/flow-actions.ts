"use server";
import { refresh } from "next/cache";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ScheduleState } from "@/components/newsroom/flow/schedule-form";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";
import { addNote } from "@/lib/posts/add-note";
import { archivePost } from "@/lib/posts/archive";
import { assignPost } from "@/lib/posts/assign";
import { correctPost } from "@/lib/posts/correct";
import { publishPost } from "@/lib/posts/publish";
import { removeCorrection } from "@/lib/posts/remove-correction";
import { resolveNote } from "@/lib/posts/resolve-note";
import { restorePost } from "@/lib/posts/restore-from-trash";
import { schedulePost } from "@/lib/posts/schedule";
import { sendPostBack } from "@/lib/posts/send-back";
import { submitForReview } from "@/lib/posts/submit-for-review";
import { trashPost } from "@/lib/posts/trash";
import { unarchivePost } from "@/lib/posts/unarchive";
import { unschedulePost } from "@/lib/posts/unschedule";
import { withdrawPost } from "@/lib/posts/withdraw";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const MOVES = {
  submit: submitForReview,
  publish: publishPost,
  unschedule: unschedulePost,
  withdraw: withdrawPost,
  archive: archivePost,
  unarchive: unarchivePost,
  trash: trashPost,
  restore: restorePost,
} satisfies Record<string, (actor: Actor, input: unknown) => Promise<Result>>;

/** Moves a post as the form's button says. */
export async function move(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const t = await getTranslations("flow");
  const asked = textFields(form).move ?? "";
  if (!isMove(asked)) return refusedState({ ok: false, error: "invalid" });
  const result = await MOVES[asked](actor, { id });
  if (!result.ok)
    return result.error === "invalid" ? { problem: t(result.fields?.body ? "nothingToShow" : "unfinished") } : refusedState(result);
  refresh();
  return { done: t(`moved.${asked}`) };
}

function isMove(asked: string): asked is keyof typeof MOVES {
  return Object.hasOwn(MOVES, asked);
}

/** Plans a post's publication; where the time comes twice, asks which is meant. */
export async function schedule(id: unknown, _before: ScheduleState, form: FormData): Promise<ScheduleState> {
  const actor = await requireActor();
  const [t, format] = [await getTranslations("flow"), await getFormatter()];
  const { at, offset } = textFields(form);
  const result = await schedulePost(actor, { id, at, offset });
  if (result.ok) {
    refresh();
    return { done: t("scheduled", { time: format.dateTime(result.scheduledFor, { dateStyle: "full", timeStyle: "short" }) }) };
  }
  const state = await refusedState(result, { at: at ?? "" });
  if ("offsets" in result) {
    const label = (value: string, nth: number) => t(nth === 0 ? "earlier" : "later", { offset: value });
    return { ...state, offsets: result.offsets.map((value, nth) => ({ value, label: label(value, nth) })) };
  }
  const isUnfinished = result.error === "invalid" && !result.fields?.at;
  return isUnfinished ? { problem: t(result.fields?.body ? "nothingToShow" : "unfinished"), typed: state.typed } : state;
}

/** Gives a post back to who wrote it, with a note. */
export async function sendBack(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form);
  return told(await sendPostBack(await requireActor(), { id, note: typed.note }), "sentBack", typed);
}

/** Says who is to go on with a post. */
export async function assign(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  return told(await assignPost(await requireActor(), { id, userId: textFields(form).userId }), "assigned");
}

/** Leaves a note, or answers the one that began a thread. */
export async function note(id: unknown, parentId: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form);
  return told(await addNote(await requireActor(), { id, parentId: parentId ?? undefined, text: typed.text }), "noted", typed);
}

/** Settles a thread, or opens it again. */
export async function settle(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const isResolved = textFields(form).move === "resolve";
  return told(await resolveNote(await requireActor(), { id, isResolved }), isResolved ? "settled" : "reopened");
}

/** Tells readers what was wrong. */
export async function correct(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form);
  return told(await correctPost(await requireActor(), { id, text: typed.text }), "corrected", typed);
}

/** Takes a correction back. */
export async function takeBack(id: unknown): Promise<FormState> {
  return told(await removeCorrection(await requireActor(), { id }), "takenBack");
}

type Done = "sentBack" | "assigned" | "noted" | "settled" | "reopened" | "corrected" | "takenBack";

async function told(result: Result, done: Done, typed: Record<string, string> = {}): Promise<FormState> {
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("flow"))(`done.${done}`) };
}
