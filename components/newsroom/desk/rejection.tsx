import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Ground } from "./ground";
import type { DeskTexts } from "./view";
import styles from "./desk.module.css";

interface RejectionProps {
  id: string;
  texts: DeskTexts["reason"];
  /** The element that names the comment. */
  describedBy: string;
}

/** Turns a comment down with a reason for its author: one click away, since most rejections say none. */
export function Rejection({ id, texts, describedBy }: RejectionProps) {
  return (
    <details className={styles.rest}>
      <summary>{texts.open}</summary>
      <div className={styles.rejection}>
        <Ground id={id} texts={texts.ground} />
        <TextArea name={`reason:${id}`} label={texts.label} hint={texts.hint} rows={3} maxLength={texts.mostChars} />
        <Button name="act" value={`reject:${id}`} small aria-describedby={describedBy}>
          {texts.reject}
        </Button>
      </div>
    </details>
  );
}
