import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useForm, type FieldErrors } from "react-hook-form";
import { draftsName } from "@/components/public/drafts-name";
import { useCharsLeft } from "@/components/public/reply-count";
import * as draft from "@/components/public/reply-draft";
import type { ReplyFormProps } from "@/components/public/reply-form-props";
import { useReplyPlace } from "@/components/public/reply-place";
import { resolveReply } from "@/components/public/resolve-reply";
import { sendForm, type ReplyPreviewed, type SentReply, type UnsentReply } from "@/components/public/send-reply";
import { COMMENT_FIELDS, type CommentInput, type TypedComment } from "@/lib/comments/schema";

/** What the form says above its fields; at most one of them. */
export interface Told {
  sent?: SentReply;
  refusal?: { error: string; retryAfter?: number; endsAt?: string };
  preview?: ReplyPreviewed;
}

type Field = (typeof COMMENT_FIELDS)[number];

/** How the reply form works in the browser: it checks, keeps drafts, sends, previews, and stands where it is asked to. */
export function useReply({ parent: given, typed, failure, preview, path }: ReplyFormProps, action: string) {
  const [first] = useState(() => ({ told: { refusal: failure, preview }, errors: errorsOf(failure?.fields) }));
  const [told, tell] = useState<Told>(first.told);
  const [left, countLeft] = useCharsLeft();
  const keepBox = useRef<HTMLInputElement>(null);
  const work = useRef({ isBegun: false, isBusy: false, key: "", since: 0 });
  const form = useForm<TypedComment, unknown, CommentInput>({ mode: "onSubmit", resolver: resolveReply, errors: first.errors });
  const { getValues, setValue, setError, trigger, reset } = form;
  const drafts = draftsName(action);
  const place = useReplyPlace(given, (from, to) => draft.moveDraft({ drafts, parentId: from, valueOf, setValue }, to));
  const drafted = { drafts, parentId: place.parent?.id ?? "", valueOf, setValue };

  // What was mended before the script came is looked at now: no event will tell of it.
  useEffect(() => {
    for (const name of wrongFields(failure?.fields)) if (getValues(name) !== (typed[name] ?? "")) void trigger(name);
  }, [failure, typed, getValues, trigger]);

  // Once, when the script has come: what lies on the device is put back, what was typed in the meantime is kept.
  useLayoutEffect(() => {
    if (work.current.isBegun) return;
    work.current.isBegun = true;
    const isRestored = draft.restoreDraft(drafted);
    if (!isRestored && !failure && !preview) work.current.since = Date.now();
    if (keepBox.current) keepBox.current.checked = draft.isAuthorKept();
    const text = valueOf("body");
    const kept = draft.draftsUnder(drafts);
    // Firefox puts back itself what was typed before a reload, and into the form below the thread, whomever it answered.
    if (text && (text === kept[drafted.parentId] || !Object.values(kept).includes(text))) typing();
    // An answer that was begun is shown where it was, unless the reader is doing something else already.
    else if (document.activeElement === document.body) place.openFirst(Object.keys(kept));
  });

  function typing(): void {
    draft.keepDraft(drafted);
    countLeft(valueOf("body"));
  }

  /** Whoever leaves a field hears what is wrong with what they typed there; that they typed nothing yet is no mistake. */
  function leave(name: Field): void {
    if (valueOf(name)) void trigger(name);
  }

  async function send(element: HTMLFormElement): Promise<void> {
    const { since } = work.current;
    const key = (work.current.key = draft.keyOfDraft(drafted, work.current.key));
    const text = valueOf("body");
    const answer = await sendForm<SentReply>(element, element.action, { key, took: since ? String(Date.now() - since) : "" });
    if (answer.ok || answer.error === "duplicate") draft.forgetDraft(drafted, text);
    if (!answer.ok) return refuse(answer);
    if (keepBox.current?.checked) draft.keepAuthor(valueOf);
    work.current.key = "";
    const sent = (answer.challenge && (await proven(answer.challenge))) ?? answer;
    // It leaves the field while that is full: a field that we empty must not be told to be so.
    (document.activeElement as HTMLElement).blur();
    reset({ ...getValues(), body: "" });
    countLeft("");
    tell({ sent });
  }

  async function look(element: HTMLFormElement, address: string): Promise<void> {
    if (!(await trigger("body", { shouldFocus: true }))) return tell({ refusal: { error: "invalid" } });
    const answer = await sendForm<ReplyPreviewed>(element, address);
    if (answer.ok) tell({ preview: answer });
    else refuse(answer);
  }

  function refuse(answer: UnsentReply): void {
    tell({ refusal: answer });
    // It can still be sent as a comment of its own.
    if (["parentNotFound", "threadClosed"].includes(answer.error) && path) place.close(path);
    for (const name of wrongFields(answer.fields)) setError(name, { message: answer.fields?.[name]?.[0] }, { shouldFocus: true });
  }

  /** Does one thing at a time: an impatient second press counts for nothing. */
  async function once(task: () => Promise<void>): Promise<void> {
    if (work.current.isBusy) return;
    work.current.isBusy = true;
    await task();
    work.current.isBusy = false;
  }

  return {
    form,
    place,
    told,
    /** Whether what is told came about here, and not with the page: then it takes the focus. */
    isNews: told !== first.told,
    left,
    keepBox,
    typing,
    leave,
    send: (element: HTMLFormElement) => once(() => send(element)),
    preview: (element: HTMLFormElement, address: string) => once(() => look(element, address)),
    tellInvalid: () => tell({ refusal: { error: "invalid" } }),
  };
}

/** What stands in a field. react-hook-form itself knows only some moments after the script has come. */
function valueOf(name: Field): string {
  return document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#reply-${name}`)?.value ?? "";
}

/** What became of a doubtful reply when the browser did the work asked for; null when it could not. That script comes only now. */
async function proven(challenge: NonNullable<SentReply["challenge"]>): Promise<SentReply | null> {
  try {
    const { prove } = await import("@/components/public/prove");
    return await prove(challenge);
  } catch {
    return null; // the script did not come: the reply waits, as it did before
  }
}

function errorsOf(fields: Record<string, string[]> | undefined): FieldErrors<TypedComment> {
  return Object.fromEntries(wrongFields(fields).map((name) => [name, { type: "server", message: fields?.[name]?.[0] }]));
}

function wrongFields(fields: Record<string, string[]> | undefined): Field[] {
  return COMMENT_FIELDS.filter((name) => fields?.[name]);
}
