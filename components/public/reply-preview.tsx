import { useEffect, useRef } from "react";
import type { ReplyPreviewed } from "@/components/public/send-reply";

interface ReplyPreviewProps {
  preview: ReplyPreviewed;
  heading: string;
  /** Whether it moves the focus to itself: when the browser asked for it. */
  isFocused: boolean;
}

/** What the reply would look like, above the form that it was made from. */
export function ReplyPreview({ preview, heading, isFocused }: ReplyPreviewProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFocused) box.current?.focus();
  }, [isFocused, preview]);
  return (
    <section className="reply-shown" id="reply-preview" aria-labelledby="reply-preview-heading" tabIndex={-1} ref={box}>
      <h3 id="reply-preview-heading">{heading}</h3>
      <ReplyText name={preview.name} html={preview.html} />
    </section>
  );
}

/** A reply's author and text as they are, or would be, shown. `html` is safe: our server made it (lib/comments/markdown.ts). */
export function ReplyText({ name, html }: { name: string; html: string }) {
  return (
    <blockquote>
      {name && (
        <p>
          <bdi>{name}</bdi>
        </p>
      )}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </blockquote>
  );
}
