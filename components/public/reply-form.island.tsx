"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useRef, useState, type SubmitEvent } from "react";
import { useForm, type FieldErrors } from "react-hook-form";
import { ReplyErrors } from "@/components/public/reply-errors";
import { ReplyField } from "@/components/public/reply-field";
import { sendReply, type SentReply } from "@/components/public/send-reply";
import { ReplySent } from "@/components/public/reply-sent";
import { COMMENT_FIELDS, commentInput, type CommentInput, type TypedComment } from "@/lib/comments/schema";

/** The texts that the form shows, in the site's language: labels, a wrong field's by `field.code`, a refusal's by its code. */
export interface ReplyFormTexts {
  comment: string;
  name: string;
  email: string;
  website: string;
  send: string;
  sending: string;
  receipt: string;
  problems: Record<string, string>;
  refusals: Record<string, string>;
}

/** What the form begins with. `typed` and `failure` are those of a refused form post. */
export interface ReplyFormProps {
  postId: string;
  parentId: string | null;
  typed: Record<string, string>;
  failure: { error: string; fields?: Record<string, string[]> } | null;
  texts: ReplyFormTexts;
}

/**
 * The reply form. Without JavaScript it posts to its route and comes back as a page; with it, it checks by the same
 * schema, sends by `fetch`, and says here what came of it (CONTRACT.md 6–9).
 */
export function ReplyForm({ postId, parentId, typed, failure, texts }: ReplyFormProps) {
  const [given] = useState(() => errorsOf(failure?.fields));
  const [refusal, setRefusal] = useState(failure?.error);
  const [sent, setSent] = useState<SentReply>();
  const key = useRef("");
  const isBusy = useRef(false);
  const { register, handleSubmit, setError, trigger, reset, getValues, formState } = useForm<TypedComment, unknown, CommentInput>({
    mode: "onTouched",
    resolver: zodResolver(commentInput),
    errors: given,
  });
  const { errors, isSubmitting } = formState;
  const problem = (name: Field) => (errors[name]?.message ? texts.problems[`${name}.${errors[name].message}`] : undefined);
  const field = (name: Field, label: string) => ({
    // A mark goes away as soon as the field is right, also one that the server made.
    control: register(name, { onChange: () => void (errors[name] && trigger(name)) }),
    label,
    typed: typed[name],
    problem: problem(name),
  });

  // What was mended before the script came is looked at now: no event will tell of it.
  useEffect(() => {
    for (const name of wrongFields(failure?.fields)) if (getValues(name) !== (typed[name] ?? "")) void trigger(name);
  }, [failure, typed, getValues, trigger]);

  async function send(form: HTMLFormElement): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    key.current ||= randomKey();
    const outcome = await sendReply(form, key.current);
    isBusy.current = false;
    setSent(outcome.ok ? outcome : undefined);
    setRefusal(outcome.ok ? undefined : outcome.error);
    if (outcome.ok) {
      key.current = "";
      reset({ ...getValues(), body: "" });
    } else for (const name of wrongFields(outcome.fields)) setError(name, { message: outcome.fields?.[name]?.[0] }, { shouldFocus: true });
  }

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    return handleSubmit(
      () => send(form),
      () => setRefusal("invalid"),
    )(event);
  };

  const wrong = COMMENT_FIELDS.flatMap((name) => ({ name, text: problem(name) ?? "" })).filter(({ text }) => text);
  return (
    <form className="reply-form" method="post" action={`/api/replies?post=${encodeURIComponent(postId)}#reply-errors`} onSubmit={submit}>
      {sent && <ReplySent reply={sent} receiptText={texts.receipt} />}
      {refusal && (refusal !== "invalid" || wrong.length > 0) && (
        <ReplyErrors text={texts.refusals[refusal] ?? texts.refusals.unavailable} wrong={wrong} isFocused={refusal !== failure?.error} />
      )}
      <input type="hidden" defaultValue={postId} {...register("postId")} />
      <input type="hidden" defaultValue={parentId ?? ""} {...register("parentId")} />
      <input type="hidden" defaultValue="" {...register("key")} />
      <ReplyField multiline required {...field("body", texts.comment)} />
      <div className="reply-form-who">
        <ReplyField required autoComplete="name" {...field("name", texts.name)} />
        <ReplyField required type="email" autoComplete="email" {...field("email", texts.email)} />
        <ReplyField type="url" autoComplete="url" {...field("website", texts.website)} />
      </div>
      {/* A press would blur a field first, and its message would move the button from under the pointer. */}
      <button type="submit" aria-disabled={isSubmitting || undefined} onMouseDown={(event) => event.preventDefault()}>
        {isSubmitting ? texts.sending : texts.send}
      </button>
    </form>
  );
}

type Field = (typeof COMMENT_FIELDS)[number];

function errorsOf(fields: Record<string, string[]> | undefined): FieldErrors<TypedComment> {
  return Object.fromEntries(wrongFields(fields).map((name) => [name, { type: "server", message: fields?.[name]?.[0] }]));
}

function wrongFields(fields: Record<string, string[]> | undefined): Field[] {
  return COMMENT_FIELDS.filter((name) => fields?.[name]);
}

/** 128 random bits. `crypto.randomUUID` is missing where a site is served by plain http. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
