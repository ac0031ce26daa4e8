import type { RefObject } from "react";
import { keepAuthor } from "@/components/public/reply-draft";

interface ReplyKeepProps {
  box: RefObject<HTMLInputElement | null>;
  texts: { keep: string; keepWhat: string };
}

/**
 * The box, unticked, that keeps name, e-mail address and website for next time, on this device only. It is seen only
 * where a script can do so (boot.ts); what it kept goes as soon as it is unticked. It has no `name`: nobody is sent it.
 * Its label is not WordPress's: with "name", "email", "website" and "comment" in it, it would answer to those of the fields.
 */
export function ReplyKeep({ box, texts }: ReplyKeepProps) {
  return (
    // A press would blur a field first, and its message would move the box from under the pointer.
    <div className="reply-keep" onMouseDown={(event) => event.preventDefault()}>
      <input
        type="checkbox"
        id="reply-keep"
        aria-describedby="reply-keep-what"
        ref={box}
        onInput={({ currentTarget }) => currentTarget.checked || keepAuthor(null)}
      />
      <div>
        <label htmlFor="reply-keep">{texts.keep}</label>
        <p className="reply-hint" id="reply-keep-what">
          {texts.keepWhat}
        </p>
      </div>
    </div>
  );
}
