import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { DeskState, DeskTexts } from "./view";
import styles from "./desk.module.css";

interface NoticeProps {
  state: Pick<DeskState, "notice" | "problems" | "undo">;
  texts: Pick<DeskTexts, "undo">;
  /** What is told of the list besides. */
  children?: ReactNode;
}

/** What the last act led to, heard at once (`role=status`, `role=alert`), with the way back. */
export function Notice({ state, texts, children }: NoticeProps) {
  const { notice, problems, undo } = state;
  return (
    <div className={styles.above}>
      <div className={notice || problems.length ? styles.notice : undefined}>
        <div role="status" className={notice ? styles.done : undefined}>
          {notice && <p>{notice}</p>}
        </div>
        <div role="alert">
          {problems.map((problem) => (
            <p key={problem} className={styles.problem}>
              {problem}
            </p>
          ))}
        </div>
        {undo.length > 0 && (
          <Button name="act" value="undo" small>
            {texts.undo}
          </Button>
        )}
        {undo.map((event) => (
          <input key={event} type="hidden" name="event" value={event} />
        ))}
      </div>
      {children}
    </div>
  );
}
