import type { ReactNode, RefObject } from "react";
import { Button } from "@/components/ui/button";
import styles from "./bulk-bar.module.css";

interface BulkBarProps {
  /** The checkbox that stands for all: the list keeps it in step with the others (choose-all.ts). */
  all: RefObject<HTMLInputElement | null>;
  /** Under which name the chosen act is sent. */
  name: string;
  acts: { id: string; label: string }[];
  /** What the button is sent as, where a form has several. */
  button?: { name: string; value: string };
  texts: { selectAll: string; bulkActions: string; choose: string; apply: string };
  isBusy?: boolean;
  /** What some acts ask for. */
  children?: ReactNode;
}

/**
 * Chooses everything on a list's page, and what is done with what was chosen. Without JavaScript the first checkbox is
 * sent as `all`, and what the page shows is taken from hidden fields.
 */
export function BulkBar({ all, name, acts, button, texts, isBusy, children }: BulkBarProps) {
  return (
    <div className={styles.bar}>
      <label className={styles.all}>
        <input type="checkbox" name="all" ref={all} className={styles.tick} />
        {texts.selectAll}
      </label>
      <select name={name} defaultValue="" aria-label={texts.bulkActions} className={styles.select}>
        <option value="">{texts.choose}</option>
        {acts.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {children}
      <Button small {...button} aria-disabled={isBusy}>
        {texts.apply}
      </Button>
    </div>
  );
}
