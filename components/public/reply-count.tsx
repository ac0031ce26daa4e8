import { useEffect, useRef, useState } from "react";
import { commentLength, MAX_BODY_CHARS } from "@/lib/comments/schema";

/** From so few characters left on they are counted. */
const NEAR_CHARS = 500;
/** It is counted, and read out, when the reader pauses, not at each key. */
const PAUSE_MS = 600;

/** How many characters of a text are left, once they are few, and a function that has them counted soon. */
export function useCharsLeft(): [number | null, (text: string) => void] {
  const [left, setLeft] = useState<number | null>(null);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const count = (text: string) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const left = MAX_BODY_CHARS - commentLength(text);
      setLeft(left <= NEAR_CHARS ? left : null);
    }, PAUSE_MS);
  };
  return [left, count];
}

/** Says how many characters are left, or too many. Its place is always there: a live region speaks only of changes. */
export function ReplyCount({ left, texts }: { left: number | null; texts: { charsLeft: string; charsOver: string } }) {
  const text = Number(left) < 0 ? texts.charsOver : texts.charsLeft;
  return (
    <p className="reply-count" aria-live="polite">
      {left !== null && text.replace("{count}", String(Math.abs(left)))}
    </p>
  );
}
