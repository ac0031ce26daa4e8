import type { MouseEventHandler } from "react";

interface ReplyHeadingProps {
  /** The page holds nothing else: the heading is then the page's own. */
  isAlone?: boolean;
  parent: { name: string } | null;
  /** The address of the form under the post itself; missing where the form stands alone. */
  path?: string;
  /** `leaveTo` with `{name}` in the place of whom it answers. */
  texts: { leave: string; leaveTo: string; cancel: string };
  onCancel: MouseEventHandler<HTMLAnchorElement>;
}

/** "Leave a Reply", or to whom, and then how to leave that again. */
export function ReplyHeading({ isAlone, parent, path, texts, onCancel }: ReplyHeadingProps) {
  const Heading = isAlone ? "h1" : "h2";
  const [before, after] = texts.leaveTo.split("{name}");
  return (
    <>
      <Heading className="reply-heading" id="reply-heading">
        {parent ? (
          <>
            {before}
            <bdi>{parent.name}</bdi>
            {after}
          </>
        ) : (
          texts.leave
        )}
      </Heading>
      {parent && path && (
        <p className="reply-cancel">
          <a href={`${path}#reply`} onClick={onCancel}>
            {texts.cancel}
          </a>
        </p>
      )}
    </>
  );
}
