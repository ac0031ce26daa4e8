"use client";
import type { KeyboardEvent, MouseEvent, SubmitEvent } from "react";
import { refusalText } from "@/components/public/refusal-text";
import { ReplyCount } from "@/components/public/reply-count";
import { ReplyErrors } from "@/components/public/reply-errors";
import { ReplyField } from "@/components/public/reply-field";
import type { ReplyFormProps } from "@/components/public/reply-form-props";
import { ReplyHeading } from "@/components/public/reply-heading";
import { ReplyKeep } from "@/components/public/reply-keep";
import { ReplyPreview } from "@/components/public/reply-preview";
import { ReplySent } from "@/components/public/reply-sent";
import { useReply } from "@/components/public/use-reply";
import { COMMENT_FIELDS } from "@/lib/comments/schema";

/**
 * The reply form. Without JavaScript it posts to its route and comes back as a page; with it, it checks by the same
 * schema, sends by `fetch`, and says here what came of it (CONTRACT.md 6–9).
 */
export function ReplyForm(props: ReplyFormProps) {
  const { postId, path, isAlone, typed, texts } = props;
  const query = `?post=${encodeURIComponent(postId)}`;
  const action = `/api/replies${query}#reply-errors`;
  const { form, place, told, isNews, left, keepBox, typing, leave, send, preview, tellInvalid } = useReply(props, action);
  const { register, handleSubmit, trigger, formState } = form;
  const { errors, isSubmitting } = formState;
  const problem = (name: Field) => (errors[name]?.message ? texts.problems[`${name}.${errors[name].message}`] : undefined);
  const field = (name: Field, label: string) => ({
    // A mark goes away as soon as the field is right, also one that the server made.
    control: register(name, { onBlur: () => leave(name), onChange: () => void (errors[name] && trigger(name)) }),
    label,
    typed: typed[name],
    problem: problem(name),
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    const element = event.currentTarget;
    return handleSubmit(() => send(element), tellInvalid)(event);
  };
  // By the button's click: the form does not learn in every browser of the floor which button sent it.
  const showPreview = (event: MouseEvent<HTMLButtonElement>) => {
    const { form, formAction } = event.currentTarget;
    event.preventDefault();
    if (form) void preview(form, formAction);
  };
  const sendByKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.querySelector("button")?.click();
  };
  const cancel = (event: MouseEvent) => {
    event.preventDefault();
    if (path) place.close(path);
  };
  // A press would blur a field first, and its message would move the button from under the pointer.
  const keepStill = (event: MouseEvent) => event.preventDefault();

  const wrong = COMMENT_FIELDS.flatMap((name) => ({ name, text: problem(name) ?? "" })).filter(({ text }) => text);
  const { sent, refusal, preview: previewed } = told;
  return (
    <>
      <ReplyHeading isAlone={isAlone} parent={place.parent} path={path} texts={texts} onCancel={cancel} />
      <p className="reply-note">{texts.note}</p>
      <form className="reply-form" method="post" action={action} onSubmit={submit} onInput={typing} onKeyDown={sendByKeys}>
        {sent && <ReplySent reply={sent} receiptText={texts.receipt} />}
        {refusal && (refusal.error !== "invalid" || wrong.length > 0) && (
          <ReplyErrors text={refusalText(refusal, texts)} wrong={wrong} news={isNews ? refusal : null} />
        )}
        {previewed && <ReplyPreview preview={previewed} heading={texts.preview} isFocused={isNews} />}
        <input type="hidden" defaultValue={postId} {...register("postId")} />
        <input type="hidden" name="parentId" value={place.parent?.id ?? ""} />
        <input type="hidden" name="key" value="" />
        <div>
          <ReplyField multiline required {...field("body", texts.comment)} hint={texts.hint} />
          <ReplyCount left={left} texts={texts} />
        </div>
        <div className="reply-form-who">
          <ReplyField required autoComplete="name" {...field("name", texts.name)} />
          <ReplyField required type="email" autoComplete="email" {...field("email", texts.email)} />
          <ReplyField type="url" autoComplete="url" {...field("website", texts.website)} />
        </div>
        <p className="reply-trap">
          <label htmlFor="reply-topic">{texts.topic}</label>
          <input type="text" id="reply-topic" name="topic" tabIndex={-1} autoComplete="off" />
        </p>
        <ReplyKeep box={keepBox} texts={texts} />
        <div className="reply-buttons">
          <button
            type="submit"
            aria-disabled={isSubmitting || undefined}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            onMouseDown={keepStill}
          >
            {isSubmitting ? texts.sending : texts.send}
          </button>
          <button
            type="submit"
            formAction={`/api/replies/preview${query}#reply-preview`}
            formNoValidate
            onMouseDown={keepStill}
            onClick={showPreview}
          >
            {texts.preview}
          </button>
        </div>
      </form>
    </>
  );
}

type Field = (typeof COMMENT_FIELDS)[number];
