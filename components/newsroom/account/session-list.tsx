"use client";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/i18n/form-state";
import styles from "./account.module.css";

/** A session as the list shows it, in words. */
export interface ShownSession {
  id: string;
  name: string;
  since: string;
  lastUsed: string;
  isThisOne: boolean;
}

interface SessionListProps {
  sessions: ShownSession[];
  action: (before: FormState, form: FormData) => Promise<FormState>;
  texts: { list: string; thisOne: string; end: string; endOthers: string };
}

/** The browsers in which one is signed in, each but this one with a button that ends it. Works without JavaScript. */
export function SessionList({ sessions, action, texts }: SessionListProps) {
  const [state, send, isSending] = useFormAct(action);
  const form = useFocusStays<HTMLFormElement>();
  return (
    <form ref={form} action={send} tabIndex={-1} aria-busy={isSending} className={styles.sessions}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <ul role="list" aria-label={texts.list}>
        {sessions.map(({ id, name, since, lastUsed, isThisOne }) => (
          <li key={id} className={styles.session}>
            <div>
              <p className={styles.browser}>
                {name}
                {isThisOne && <span className={styles.here}>{texts.thisOne}</span>}
              </p>
              <p className={styles.times}>
                {since} · {lastUsed}
              </p>
            </div>
            {!isThisOne && (
              <Button small name="sessionId" value={id} aria-label={`${texts.end}: ${name}, ${since}`}>
                {texts.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button small tone="danger" name="sessionId" value="others">
          {texts.endOthers}
        </Button>
      )}
      <Status>{state.done}</Status>
    </form>
  );
}
