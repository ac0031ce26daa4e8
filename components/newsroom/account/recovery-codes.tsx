"use client";
import { useEffect, useRef } from "react";
import styles from "./account.module.css";

/** Recovery codes, shown this once: they take the focus, so that nobody misses them. */
export function RecoveryCodes({ codes, title, hint }: { codes: string[]; title: string; hint: string }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [codes]);
  return (
    <section ref={box} tabIndex={-1} aria-label={title} className={styles.codes}>
      <h3 className={styles.codesTitle}>{title}</h3>
      <p>{hint}</p>
      <ul role="list" className={styles.codeList}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
