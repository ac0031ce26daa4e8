"use client";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { LinkedText } from "./linked-text";
import type { MailListProps, MailRow } from "./mail-list";
import styles from "./mailbox.module.css";

/** One mail: what it is about, for whom, what became of it; its text once somebody asked for it. Works without JavaScript. */
export function MailLine({ row, action, texts }: { row: MailRow } & Pick<MailListProps, "action" | "texts">) {
  const [shown, send, isSending] = useFormAct(action);
  const line = useFocusStays<HTMLLIElement>();
  return (
    <li ref={line} tabIndex={-1} className={styles.line}>
      <p className={styles.title}>{row.title}</p>
      <p className={styles.soft}>
        <time dateTime={row.time.instant}>{row.time.written}</time>
        {row.to && (
          <>
            {" "}
            · {texts.to} {shown.to ?? row.to}
          </>
        )}
      </p>
      <p className={styles.state} data-state={row.state}>
        {row.stateText}
        {row.failure && <code className={styles.failure}>{row.failure}</code>}
      </p>
      {row.show && !shown.text && (
        <form action={send} aria-busy={isSending} className={styles.show}>
          <input type="hidden" name="id" value={row.id} />
          <Button small aria-label={row.show}>
            {texts.show}
          </Button>
        </form>
      )}
      <div className={styles.told}>
        {shown.problem && <Alert>{shown.problem}</Alert>}
        <div role="status">{shown.text && <LinkedText text={shown.text} className={styles.text} />}</div>
      </div>
    </li>
  );
}
