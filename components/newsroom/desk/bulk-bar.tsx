import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import type { Verdict } from "@/lib/comments/moderation-schema";
import type { DeskTexts } from "./view";
import styles from "./desk.module.css";

interface BulkBarProps {
  verdicts: Verdict[];
  texts: DeskTexts;
  /** The checkbox that stands for all: the list keeps it in step with the others. */
  all: RefObject<HTMLInputElement | null>;
}

/**
 * Chooses all comments of the page and decides on the chosen ones. Without JavaScript the first checkbox is sent as
 * `all`, and the page's comments are taken from hidden fields.
 */
export function BulkBar({ verdicts, texts, all }: BulkBarProps) {
  return (
    <div className={styles.bulk}>
      <label className={styles.selectAll}>
        <input type="checkbox" name="all" ref={all} />
        {texts.selectAll}
      </label>
      <label className={styles.verdict}>
        <span className="visually-hidden">{texts.bulkActions}</span>
        <select name="verdict" defaultValue="">
          <option value="">{texts.choose}</option>
          {verdicts.map((verdict) => (
            <option key={verdict} value={verdict}>
              {texts.verdicts[verdict]}
            </option>
          ))}
        </select>
      </label>
      <Button name="act" value="bulk" small>
        {texts.apply}
      </Button>
    </div>
  );
}
