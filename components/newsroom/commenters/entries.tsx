"use client";
import Link from "next/link";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/i18n/form-state";
import type { EntryView } from "./view";
import styles from "./commenters.module.css";

interface EntriesProps {
  entries: EntryView[];
  /** What is said where there are none. */
  empty?: string;
  change: (before: FormState, form: FormData) => Promise<FormState>;
}

/** Rules or notes in one form: every button is a submit button of it, so that each works without JavaScript. */
export function Entries({ entries, empty, change }: EntriesProps) {
  const [state, send, isSending] = useFormAct(change);
  const form = useFocusStays<HTMLFormElement>();
  return (
    <form ref={form} action={send} tabIndex={-1} aria-busy={isSending}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <Status>{state.done}</Status>
      {entries.length === 0 && empty && <p className={styles.soft}>{empty}</p>}
      <ul role="list">
        {entries.map(({ id, title, href, what, text, note, button }) => (
          <li key={id} className={styles.entry}>
            <div id={`entry-${id}`}>
              <p>
                {href ? (
                  <Link href={href} prefetch={false}>
                    {title}
                  </Link>
                ) : (
                  title && <b>{title}</b>
                )}{" "}
                {what}
              </p>
              <p className={styles.text}>{text}</p>
              <p className={styles.soft}>{note}</p>
            </div>
            {button && (
              <Button name="act" value={`${button.act}:${id}`} small aria-describedby={`entry-${id}`}>
                {button.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}
