import { useEffect, useRef } from "react";

/**
 * When the comment that held the focus leaves the list, the focus goes on to the one in its place (WCAG 2.4.3). Takes the
 * list's form, its comments, and the ids of those that are leaving it.
 */
export function useFocusOnNext(form: { current: HTMLFormElement | null }, rows: readonly object[], leaving: string): void {
  const place = useRef<number | null>(null);
  useEffect(() => {
    const current = form.current;
    if (!current) return;
    const remember = ({ target }: FocusEvent) => {
      place.current = placeOf(current, target);
    };
    // What was focused before the page's scripts were there.
    place.current = placeOf(current, document.activeElement);
    current.addEventListener("focusin", remember);
    return () => current.removeEventListener("focusin", remember);
  }, [form]);
  useEffect(() => {
    const current = form.current;
    const focused = document.activeElement;
    if (!current || place.current === null) return;
    if (focused !== document.body && !focused?.closest("[hidden]")) {
      place.current = placeOf(current, focused);
      return;
    }
    // The comment itself, not a button of it: it shall be read before it is decided on.
    const left = rowsOf(current);
    const next = left[Math.min(place.current, left.length - 1)] ?? current.closest("main");
    next?.focus();
  }, [form, rows, leaving]);
}

/** The rows that are shown, in their order. */
export function rowsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-row]:not([hidden])")];
}

function placeOf(form: HTMLFormElement, target: EventTarget | null): number | null {
  const row = target instanceof Element && target.closest<HTMLElement>("[data-row]");
  return row ? rowsOf(form).indexOf(row) : null;
}
