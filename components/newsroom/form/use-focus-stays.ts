import { useEffect, useRef } from "react";

/**
 * Leads the focus to what stands in a place now when the button that held it is gone, such as the one whose act was just
 * done; else it falls to the page's beginning (WCAG 2.4.3). Returns the place's ref; give it `tabIndex={-1}` where no
 * button may be left.
 */
export function useFocusStays<Place extends HTMLElement>() {
  const place = useRef<Place>(null);
  const isHere = useRef(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const come = () => (isHere.current = true);
    // What is taken away was not left by anybody.
    const leave = ({ target }: FocusEvent) => queueMicrotask(() => (isHere.current = !(target as Node).isConnected));
    element.addEventListener("focusin", come);
    element.addEventListener("focusout", leave);
    return () => {
      element.removeEventListener("focusin", come);
      element.removeEventListener("focusout", leave);
    };
  }, []);
  useEffect(() => {
    const element = place.current;
    if (!element || !isHere.current || document.activeElement !== document.body) return;
    (element.querySelector<HTMLElement>("button:enabled") ?? element).focus();
  });
  return place;
}
