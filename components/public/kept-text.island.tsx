"use client";
import { useEffect, useState } from "react";
import { draftsName } from "@/components/public/drafts-name";
import { discardDrafts, textsUnder } from "@/components/public/reply-draft";

interface KeptTextProps {
  postId: string;
  texts: { heading: string; text: string; discard: string };
}

/**
 * What a reader typed before the comments closed, to be copied or let go of. It names the address of the
 * reply form that stood here, by which boot.ts finds the draft and wakes it; without a draft it is not seen.
 */
export function KeptText({ postId, texts }: KeptTextProps) {
  const action = `/api/replies?post=${encodeURIComponent(postId)}#reply-errors`;
  const drafts = draftsName(action);
  const [kept, keep] = useState<string[]>([]);
  // Once the page that came, which knows of no text, is hydrated as it is.
  useEffect(() => queueMicrotask(() => keep(textsUnder(drafts))), [drafts]);
  const discard = () => {
    discardDrafts(drafts);
    keep([]);
    // The button goes away from under the focus: what stands above it takes it.
    document.querySelector<HTMLElement>("#reply-heading")?.focus();
  };
  return (
    <div className="reply-form" data-action={action} hidden={kept.length === 0}>
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
    </div>
  );
}
