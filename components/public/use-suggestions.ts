import { useEffect, useRef, useState, type InputEvent, type KeyboardEvent } from "react";

/** A post that may be what one is looking for (lib/search/suggest.ts). */
interface Suggestion {
  title: string;
  lang: string;
  path: string;
}

/** One letter would suggest anything. */
const MIN_CHARS = 2;
/** It is asked when one pauses, not at each key. */
const PAUSE_MS = 150;
/** No choice: what is typed is looked for. */
const NONE = -1;

/** What a search field suggests while one types, and how the keyboard goes through it. What goes wrong suggests nothing: the form works all the same. */
export function useSuggestions() {
  const [isAwake, wake] = useState(false);
  const [found, find] = useState<Suggestion[]>([]);
  const [isOpen, open] = useState(false);
  const [active, choose] = useState(NONE);
  const timer = useRef(0);
  const asking = useRef<AbortController>(undefined);
  // Once the page that came, which knows of no list, is hydrated as it is.
  useEffect(() => queueMicrotask(() => wake(true)), []);
  useEffect(() => stop, []);

  function stop(): void {
    clearTimeout(timer.current);
    asking.current?.abort();
  }

  const close = () => {
    stop();
    open(false);
    choose(NONE);
  };

  const typing = (event: InputEvent<HTMLInputElement>) => {
    const typed = event.currentTarget.value.trim();
    stop();
    choose(NONE);
    if (typed.length < MIN_CHARS) return close();
    timer.current = window.setTimeout(() => void ask(typed), PAUSE_MS);
  };

  const ask = async (typed: string) => {
    const { signal } = (asking.current = new AbortController());
    const suggestions = await suggestionsFor(typed, signal);
    if (signal.aborted) return;
    find(suggestions);
    open(suggestions.length > 0);
  };

  const pressKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = found.length - 1;
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (isArrow && last >= 0) {
      open(true);
      // From the last one on through the field itself, where nothing is chosen.
      if (event.key === "ArrowDown") choose(active === last ? NONE : active + 1);
      else choose(active === NONE ? last : active - 1);
    } else if (event.key === "Escape" && isOpen) close();
    else if (event.key === "Enter" && isOpen && found[active]) location.assign(found[active].path);
    else return;
    event.preventDefault();
  };

  return { isAwake, found, active, isOpen, count: isOpen ? found.length : null, typing, pressKey, close, choose };
}

async function suggestionsFor(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  try {
    const response = await fetch(`/search/suggestions?q=${encodeURIComponent(typed)}`, { signal });
    return response.ok ? ((await response.json()) as Suggestion[]) : [];
  } catch {
    return []; // typed on, or no network: nothing is suggested
  }
}
