"use client";
import { useId, useState, type MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import styles from "./desk.module.css";

/** What opens the question, what is asked, and the answers. */
export interface AskTexts {
  open: string;
  title: string;
  warning: string;
  button: string;
  cancel: string;
}

interface AskFirstProps {
  /** What the list's form is sent with: the act and the row's id. */
  act: string;
  texts: AskTexts;
  /** The element that names the row. */
  describedBy: string;
}

/** Does what cannot be taken back after one was asked: in a dialog, and without JavaScript below the words that open it. */
export function AskFirst({ act: value, texts, describedBy }: AskFirstProps) {
  const [isAsked, setAsked] = useState(false);
  const title = useId();
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    setAsked(true);
  };
  const act = { name: "act", value, tone: "danger", small: true } as const;
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
