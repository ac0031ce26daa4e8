import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { DeskTexts } from "./view";
import styles from "./desk.module.css";

interface AnswerProps {
  id: string;
  /** What the button says: where the comment waits, that it is published by it, too. */
  send: string;
  texts: DeskTexts["reply"];
  /** The element that names the comment. */
  describedBy: string;
}

/** Answers a comment in the newsroom's name, one click away. */
export function Answer({ id, send, texts, describedBy }: AnswerProps) {
  return (
    <details className={styles.rest}>
      <summary>{texts.open}</summary>
      <div className={styles.rejection}>
        <TextArea name={`answer:${id}`} label={texts.label} hint={texts.hint} rows={3} />
        <Button name="act" value={`reply:${id}`} small aria-describedby={describedBy}>
          {send}
        </Button>
      </div>
    </details>
  );
}
