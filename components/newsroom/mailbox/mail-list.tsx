import { MailLine } from "./mail-line";
import styles from "./mailbox.module.css";

/** A mail as the list shows it, in the site's language and time zone. */
export interface MailRow {
  id: string;
  /** What it is about: its subject, or the kind of mail that it is. */
  title: string;
  to: string | null;
  state: string;
  stateText: string;
  failure: string | null;
  time: { instant: string; written: string };
  /** The button that shows it says so to screen readers; null where there is nothing to show. */
  show: string | null;
}

/** What came of the wish to see a mail. */
export interface ShownMail {
  text?: string;
  to?: string;
  problem?: string;
}

export interface MailListProps {
  label: string;
  rows: MailRow[];
  action: (before: ShownMail, form: FormData) => Promise<ShownMail>;
  texts: { show: string; to: string };
}

/** What the site mailed, newest first. */
export function MailList({ label, rows, action, texts }: MailListProps) {
  return (
    <ul role="list" aria-label={label} className={styles.list}>
      {rows.map((row) => (
        <MailLine key={row.id} row={row} action={action} texts={texts} />
      ))}
    </ul>
  );
}
