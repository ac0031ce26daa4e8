import { useEffect, useRef } from "react";
import { ReplyText } from "@/components/public/reply-preview";
import type { SentReply } from "@/components/public/send-reply";

/** What the author, and nobody else, sees of a reply that was taken: what happens to it, the reply, its receipt. */
export function ReplySent({ reply, receiptText }: { reply: SentReply; receiptText: string }) {
  const message = useRef<HTMLParagraphElement>(null);
  useEffect(() => message.current?.focus(), [reply]);
  return (
    <div className="reply-shown reply-sent">
      <p role="status" tabIndex={-1} ref={message}>
        {reply.message}
      </p>
      <ReplyText name={reply.name} html={reply.html} />
      <a href={reply.receipt}>{receiptText}</a>
    </div>
  );
}
