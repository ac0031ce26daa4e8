import { useEffect, useRef } from "react";

interface ReplyErrorsProps {
  text: string | undefined;
  wrong: { name: string; text: string }[];
  /** The answer that says so, when it came here and not with the page: each takes the focus, unless a wrong field can. */
  news: object | null;
}

/** Why a reply was not taken, above the form's fields, with a link to each wrong one. Never without a text. */
export function ReplyErrors({ text, wrong, news }: ReplyErrorsProps) {
  const box = useRef<HTMLDivElement>(null);
  const takesFocus = wrong.length === 0 && news;
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
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
