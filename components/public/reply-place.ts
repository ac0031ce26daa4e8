import { useLayoutEffect, useState } from "react";

/** The comment that is answered. */
export interface Answered {
  id: string;
  name: string;
}

/**
 * Where the reply form stands: under the comment that it answers, or, for an answer to the post, after them all. Its
 * section is moved in the page as it is, with what is typed in it. Takes the comment that the page was made for, and
 * what happens to the text when it moves.
 */
export function useReplyPlace(given: Answered | null, moveText: (from: string, to: string) => void) {
  const [parent, setParent] = useState(given);
  const move = (to: Answered | null) => {
    moveText(parent?.id ?? "", to?.id ?? "");
    setParent(to);
  };

  /** Opens the form under the comment whose Reply link this is; what is being read stays where it is. */
  function open(link: HTMLElement): void {
    const { reply: id, name = "" } = link.dataset;
    const section = document.querySelector("#reply");
    if (!id || !section) return;
    const { top } = link.getBoundingClientRect();
    link.closest("article")?.after(section);
    window.scrollBy({ top: link.getBoundingClientRect().top - top, behavior: "instant" });
    move({ id, name });
  }

  /** Puts it back after the comments. Where the page was made for an answer, a reload asks for the page without. */
  function close(path: string): void {
    const section = document.querySelector("#reply");
    if (section) document.querySelector("#comments")?.after(section);
    if (given) history.replaceState(null, "", `${path}#reply`);
    move(null);
    if (parent) replyLink(parent.id)?.focus();
  }

  // Anew after each render, so that it knows where the form stands.
  useLayoutEffect(() => {
    const clicked = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link) return;
      event.preventDefault();
      open(link);
      focusText();
    };
    document.addEventListener("click", clicked);
    return () => document.removeEventListener("click", clicked);
  });

  /** Opens it under the first of these comments that stands on this page, and leaves the focus where it is. */
  function openFirst(ids: string[]): void {
    const link = ids.map(replyLink).find((found) => found !== null);
    if (link) open(link);
  }

  return { parent, close, openFirst };
}

/** The Reply link of a comment on this page. */
function replyLink(commentId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`a[data-reply="${CSS.escape(commentId)}"]`);
}

function linkOf(event: MouseEvent): HTMLElement | null {
  const isPlain = !event.defaultPrevented && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  return isPlain && event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-reply]") : null;
}

/** Scrolls no farther than it must: a browser's own focus would put the field in the middle, and the comment out of sight. */
function focusText(): void {
  const text = document.getElementById("reply-body");
  text?.focus({ preventScroll: true });
  text?.scrollIntoView({ block: "nearest", behavior: "instant" });
}
