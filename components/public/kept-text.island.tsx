"use client";
import { useLayoutEffect, useRef, useState } from "react";
import { draftsName } from "@/components/public/drafts-name";
import { discardDrafts, textsUnder } from "@/components/public/reply-draft";

interface KeptTextProps {
  postId: string;
  texts: { heading: string; text: string; discard: string };
}

/**
 * What a reader typed before the comments closed, to be copied or let go of. It is a form with the address of the reply
 * form, so that boot.ts finds the draft and wakes it; it sends nothing, and without a draft it is not seen.
 */
export function KeptText({ postId, texts }: KeptTextProps) {
  const action = `/api/replies?post=${encodeURIComponent(postId)}#reply-errors`;
  const drafts = draftsName(action);
  const form = useRef<HTMLFormElement>(null);
  const [kept, keep] = useState(() => textsUnder(drafts));
  // By hand: what hydrates a page leaves the attributes as they came, and the server knows of no text.
  useLayoutEffect(() => {
    if (form.current) form.current.hidden = kept.length === 0;
  }, [kept]);
  const discard = () => {
    discardDrafts(drafts);
    keep([]);
    // The button goes away from under the focus: what stands above it takes it.
    document.querySelector<HTMLElement>("#reply-heading")?.focus();
  };
  return (
    <form className="reply-form" action={action} hidden ref={form}>
      <h3 id="kept-text">{texts.heading}</h3>
      <p className="reply-note">{texts.text}</p>
      {kept.map((text, index) => (
        <div key={index} className="reply-field">
          <textarea readOnly rows={7} value={text} aria-labelledby="kept-text" />
        </div>
      ))}
      <div className="reply-buttons">
        <button type="button" onClick={discard}>
          {texts.discard}
        </button>
      </div>
    </form>
  );
}
