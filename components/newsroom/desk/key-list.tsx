import { type RefObject } from "react";
import { Button } from "@/components/ui/button";
import { KEYS, type KeyAct } from "./keys";
import styles from "./desk.module.css";

interface KeyListProps {
  dialog: RefObject<HTMLDialogElement | null>;
  texts: { open: string; hint: string; close: string; acts: Record<KeyAct, string> };
}

/** Which keys the list has. The browser brings the focus back to where it was. */
export function KeyList({ dialog, texts }: KeyListProps) {
  return (
    <>
      <Button type="button" small tone="quiet" className={styles.openKeys} onClick={() => dialog.current?.showModal()}>
        {texts.open} <kbd>?</kbd>
      </Button>
      <dialog ref={dialog} className={styles.keys} aria-label={texts.open}>
        <h2>{texts.open}</h2>
        <p>{texts.hint}</p>
        <dl>
          {(Object.keys(KEYS) as KeyAct[]).map((act) => (
            <div key={act}>
              <dt>
                <kbd>{KEYS[act] === "X" ? "Shift + x" : KEYS[act]}</kbd>
              </dt>
              <dd>{texts.acts[act]}</dd>
            </div>
          ))}
        </dl>
        <Button type="button" small onClick={() => dialog.current?.close()}>
          {texts.close}
        </Button>
      </dialog>
    </>
  );
}
