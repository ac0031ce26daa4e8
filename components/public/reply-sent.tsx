import { useEffect, useRef } from "react";
import type { SentReply } from "@/components/public/send-reply";

/** What the author, and nobody else, sees of a reply that was taken: what happens to it, the reply, its receipt. */
export function ReplySent({ reply, receiptText }: { reply: SentReply; receiptText: string }) {
  const message = useRef<HTMLParagraphElement>(null);
  useEffect(() => message.current?.focus(), [reply]);
  return (
    <div className="reply-sent">
      <p role="status" tabIndex={-1} ref={message}>
        {reply.message}
      </p>
      <blockquote>
        <p>
          <bdi>{reply.name}</bdi>
        </p>
        <div dangerouslySetInnerHTML={{ __html: reply.html }} />
      </blockquote>
      <a href={reply.receipt}>{receiptText}</a>
    </div>
  );
}
