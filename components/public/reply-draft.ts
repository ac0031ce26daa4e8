import type { UseFormSetValue } from "react-hook-form";
import { keepTexts, keptTexts, type Texts } from "@/components/public/kept-texts";
import type { COMMENT_FIELDS, TypedComment } from "@/lib/comments/schema";

/** What a reader says of themselves. It outlives the tab only when they ask for it: others may use the device. */
const AUTHOR = ["name", "email", "website"] as const;
const AUTHOR_KEPT = "reply author";
/** What the name of a text's key begins with; the text's own is an id, or empty. */
const KEY = "key ";

type ValueOf = (name: (typeof COMMENT_FIELDS)[number]) => string;

/** The reply form: the name of its drafts (drafts-name.ts), whom it answers (empty: the post), what its fields hold. */
export interface Drafted {
  drafts: string;
  parentId: string;
  valueOf: ValueOf;
  setValue: UseFormSetValue<TypedComment>;
}

/** The texts under this post that were not sent yet, by the comment that each answers. */
export function draftsUnder(drafts: string): Texts {
  return keptTexts("localStorage", drafts);
}

/** Keeps what is typed until it is stored: the text on the device, name and address in the tab. */
export function keepDraft({ drafts, parentId, valueOf }: Drafted): void {
  const body = valueOf("body");
  keepTexts("localStorage", drafts, { ...draftsUnder(drafts), [parentId]: body, ...(!body && { [keyName(parentId)]: "" }) });
  keepTexts("sessionStorage", drafts, authorOf(valueOf));
}

/**
 * Lets go of what was typed: it is stored with us. Takes the text that was sent; another one, typed in another tab, stays,
 * without the key of this one, under which it would be taken for the same.
 */
export function forgetDraft({ drafts, parentId }: Drafted, sent: string): void {
  const kept = draftsUnder(drafts);
  keepTexts("localStorage", drafts, { ...kept, ...(kept[parentId] === sent && { [parentId]: "" }), [keyName(parentId)]: "" });
  keepTexts("sessionStorage", drafts, {});
}

/** The texts alone, wherever they were typed under this post. */
export function textsUnder(drafts: string): string[] {
  return Object.entries(draftsUnder(drafts)).flatMap(([name, text]) => (name.startsWith(KEY) ? [] : text));
}

/** Lets go of all that was typed under this post. */
export function discardDrafts(drafts: string): void {
  keepTexts("localStorage", drafts, {});
  keepTexts("sessionStorage", drafts, {});
}

/** Puts into empty fields what was typed here before, or kept for next time. Returns whether there was a text. */
export function restoreDraft({ drafts, parentId, valueOf, setValue }: Drafted): boolean {
  const known = { ...keptAuthor(), ...keptTexts("sessionStorage", drafts) };
  for (const name of AUTHOR) if (!valueOf(name)) setValue(name, known[name] ?? "");
  const text = draftsUnder(drafts)[parentId];
  if (!text || valueOf("body")) return false;
  setValue("body", text);
  return true;
}

/** Takes the text along to another comment; where one was begun for that before, that one is shown, and this one waits. */
export function moveDraft({ drafts, parentId, valueOf, setValue }: Drafted, to: string): void {
  if (to === parentId) return;
  const kept = draftsUnder(drafts);
  const waiting = kept[to];
  if (waiting) setValue("body", waiting);
  else keepTexts("localStorage", drafts, { ...kept, [parentId]: "", [keyName(parentId)]: "", [to]: valueOf("body") });
}

/** What tells a retry from a second comment (CONTRACT.md 11): random bits, the same until the text is stored. */
export function keyOfDraft({ drafts, parentId }: Drafted, made: string): string {
  const kept = draftsUnder(drafts);
  const key = kept[keyName(parentId)] || made || randomKey();
  keepTexts("localStorage", drafts, { ...kept, [keyName(parentId)]: key });
  return key;
}

/** Whether the reader let name, e-mail address and website be kept for next time. */
export function isAuthorKept(): boolean {
  return Object.keys(keptAuthor()).length > 0;
}

/** Keeps them, or lets go of them. */
export function keepAuthor(valueOf: ValueOf | null): void {
  keepTexts("localStorage", AUTHOR_KEPT, valueOf ? authorOf(valueOf) : {});
}

function keptAuthor(): Texts {
  return keptTexts("localStorage", AUTHOR_KEPT);
}

function authorOf(valueOf: ValueOf): Texts {
  return Object.fromEntries(AUTHOR.map((name) => [name, valueOf(name)]));
}

function keyName(parentId: string): string {
  return KEY + parentId;
}

/** 128 random bits. `crypto.randomUUID` is missing where a site is served by plain http. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
