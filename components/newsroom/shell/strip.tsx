"use client";
import { useEffect, useRef, type ReactNode } from "react";
import styles from "./strip.module.css";

interface StripProps {
  /** What tells the present link (`aria-current`) from the others: when it changes, that link comes into sight. */
  current: string | undefined;
  className: string | undefined;
  children: ReactNode;
}

const NEAREST = { block: "nearest", inline: "nearest" } as const;

/** A list of links in one line, which a phone scrolls sideways; on a wide page it is as its class says. */
export function Strip({ current, className, children }: StripProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>("[aria-current]");
    // Whoever is on the way through it by keys is not moved away from where they are.
    if (list.current && link && !list.current.contains(document.activeElement))
      list.current.scrollLeft = link.offsetLeft - (list.current.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    // A browser leaves alone what is seen in part.
    <ul role="list" ref={list} className={`${styles.strip} ${className}`} onFocus={({ target }) => target.scrollIntoView(NEAREST)}>
      {children}
    </ul>
  );
}
