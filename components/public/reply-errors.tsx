import { useEffect, useRef } from "react";

interface ReplyErrorsProps {
  text: string | undefined;
  wrong: { name: string; text: string }[];
  /** Whether it moves the focus to itself: when the browser made it and no field can take the focus. */
  isFocused: boolean;
}

/** Why a reply was not taken, above the form's fields, with a link to each wrong one. Never without a text. */
export function ReplyErrors({ text, wrong, isFocused }: ReplyErrorsProps) {
  const box = useRef<HTMLDivElement>(null);
  const takesFocus = isFocused && wrong.length === 0;
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus, text]);
  return (
    <div className="reply-errors" id="reply-errors" role="alert" tabIndex={-1} ref={box}>
      <p>{text}</p>
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ name, text }) => (
            <li key={name}>
              <a href={`#reply-${name}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
