"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";
import { addNote, removeNote } from "@/lib/commenters/note";
import { liftRule, restoreRule, setRule } from "@/lib/commenters/rule";
import { revealAddress } from "@/lib/comments/reveal";
import { textFields } from "@/lib/forms";
import { refusedState, type FormState } from "@/lib/i18n/form-state";

/** What can be done about commenters, and what is said of it then. */
const ACTS = {
  rule: { carryOut: setRule, done: "ruled" },
  note: { carryOut: addNote, done: "noted" },
  lift: { carryOut: liftRule, done: "lifted" },
  restore: { carryOut: restoreRule, done: "restored" },
  unnote: { carryOut: removeNote, done: "removed" },
} as const;

/** Carries out what a form or its button says: `rule` or `note` with their fields; `lift:ID`, `restore:ID` of a rule, `unnote:ID` of a note. */
export async function changeCommenter(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const { act = "", ...typed } = textFields(form);
  const [name = "", id] = act.split(":");
  const { carryOut, done } = ACTS[isAct(name) ? name : "rule"];
  const result = await carryOut(actor, id === undefined ? typed : { id });
  if (!result.ok) return refusedState(result, typed);
  refresh();
  return { done: (await getTranslations("commenters"))(`done.${done}`) };
}

/** Shows the address that a comment was sent with; the ledger tells who looked. */
export async function showAddress(_before: FormState, form: FormData): Promise<FormState> {
  const result = await revealAddress(await requireActor(), textFields(form));
  return result.ok ? { link: result.address } : refusedState(result);
}

function isAct(name: string): name is keyof typeof ACTS {
  return Object.hasOwn(ACTS, name);
}
