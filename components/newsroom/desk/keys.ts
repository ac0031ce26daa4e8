import { rowsOf } from "./use-focus-on-next";
import { KEY_ACTS, KEY_LIST, type DeskKeys, type KeyAct } from "@/lib/comments/desk/keys";

/**
 * Does what the key of an event says. Keys count only while the focus stands in the list (WCAG 2.1.4), never in a
 * field that takes letters, and a key that is held down counts once: the next comment was not read yet. A decision
 * presses its button, so that a key can do nothing that is not shown. Takes the event, the list's form, the keys that the
 * moderator has, and what shows them.
 */
export function actByKey(event: KeyboardEvent, form: HTMLFormElement, { areOn, keys }: DeskKeys, showKeys: () => void): void {
  const { target, key, repeat } = event;
  if (!areOn || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !(target instanceof Element) || takesLetters(target))
    return;
  if (key === KEY_LIST) showKeys();
  const act = KEY_ACTS.find((each) => keys[each] === key);
  if (!act) return;
  event.preventDefault();
  const row = target.closest<HTMLElement>("[data-row]");
  if (act === "next" || act === "previous") step(form, row, act === "next" ? 1 : -1);
  else if (!repeat) press(form, row, act);
}

/** A dialog is no part of the list, either. */
function takesLetters(target: Element): boolean {
  return target.closest("dialog") !== null || target.matches("textarea, select, input:not([type=checkbox]), [contenteditable]");
}

function step(form: HTMLFormElement, row: HTMLElement | null, by: 1 | -1): void {
  const rows = rowsOf(form);
  const at = row ? Math.max(0, rows.indexOf(row) + by) : 0;
  rows[Math.min(at, rows.length - 1)]?.focus();
}

function press(form: HTMLFormElement, row: HTMLElement | null, act: Exclude<KeyAct, "next" | "previous">): void {
  // While a decision is under way, the button still stands for the one before it.
  const isBusy = form.getAttribute("aria-busy") === "true";
  if (act === "undo") return isBusy ? undefined : form.querySelector<HTMLButtonElement>('button[value="undo"]')?.click();
  if (act === "chooseAll") form.querySelector<HTMLInputElement>('input[name="all"]')?.click();
  else if (act === "choose") row?.querySelector<HTMLInputElement>('input[name="id"]')?.click();
  else if (isOpening(act)) openField(row, FIELDS[act]);
  else row?.querySelector<HTMLButtonElement>(`button[value^="${act}:"], button[data-key="${act}"]`)?.click();
}

/** How the names of the fields begin that a key opens. */
const FIELDS = { reason: "reason:", reply: "answer:", quickEdit: "text:", edit: "text:" };

function isOpening(act: KeyAct): act is keyof typeof FIELDS {
  return act in FIELDS;
}

function openField(row: HTMLElement | null, name: string): void {
  const field = row?.querySelector<HTMLTextAreaElement>(`textarea[name^="${name}"]`);
  const around = field?.closest("details");
  if (around) around.open = true;
  field?.focus();
}
