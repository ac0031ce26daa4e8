"use client";
import { useId, useState, type MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import type { DeskTexts } from "./view";
import styles from "./desk.module.css";

interface DeleteForGoodProps {
  id: string;
  texts: DeskTexts["deleting"];
  /** The element that names the comment. */
  describedBy: string;
}

/** Deletes a comment for good after one was asked: in a dialog, and without JavaScript below the words that open it. */
export function DeleteForGood({ id, texts, describedBy }: DeleteForGoodProps) {
  const [isAsked, setAsked] = useState(false);
  const title = useId();
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    setAsked(true);
  };
  const act = { name: "act", value: `delete:${id}`, tone: "danger", small: true } as const;
  return (
    <>
      <details className={styles.rest}>
        <summary onClick={ask}>{texts.open}</summary>
        <div className={styles.rejection}>
          <p>{texts.warning}</p>
          <Button {...act} aria-describedby={describedBy}>
            {texts.button}
          </Button>
        </div>
      </details>
      {isAsked && (
        <dialog ref={show} className={styles.keys} aria-labelledby={title} onClose={() => setAsked(false)}>
          <h2 id={title}>{texts.title}</h2>
          <p>{texts.warning}</p>
          <p className={styles.more}>
            <Button type="button" small autoFocus onClick={close}>
              {texts.cancel}
            </Button>
            <Button {...act} aria-describedby={describedBy} onClick={close}>
              {texts.button}
            </Button>
          </p>
        </dialog>
      )}
    </>
  );
}

function show(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal();
}

/** Only closed: it stays in the form, whose button is sent after this. */
function close({ currentTarget }: MouseEvent): void {
  currentTarget.closest("dialog")?.close();
}
