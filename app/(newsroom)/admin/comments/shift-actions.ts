"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { overridePost } from "@/lib/comments/rules/override";
import { setBrake } from "@/lib/comments/shift/brake";
import { leaveNote, removeNote } from "@/lib/comments/shift/note";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";

/** What can be done about a shift, and what is said of it then. */
const ACTS = {
  brake: { carryOut: setBrake, done: "braked" },
  rules: { carryOut: overridePost, done: "ruled" },
  lift: { carryOut: setBrake, done: "lifted" },
  note: { carryOut: leaveNote, done: "noted" },
  unnote: { carryOut: removeNote, done: "removed" },
} as const;

/** Carries out what a form or its button says: `brake`, `rules` (of one post) or `note` with their fields; `lift:ID` of a post's brake, `unnote:ID` of a note. */
export async function changeShift(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const { act = "", ...typed } = textFields(form);
  const [name = "", id] = act.split(":");
  const { carryOut, done } = ACTS[isAct(name) ? name : "note"];
  const result = await carryOut(actor, id === undefined ? typed : { id, postId: id });
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("shift"))(`done.${done}`) };
}

function isAct(name: string): name is keyof typeof ACTS {
  return Object.hasOwn(ACTS, name);
}
