"use client";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/i18n/form-state";
import styles from "./commenters.module.css";

interface AddressProps {
  masked: string;
  /** The comment that it is shown by. */
  commentId: string;
  texts: { show: string };
  show: (before: FormState, form: FormData) => Promise<FormState>;
}

/** A commenter's address: masked until it is asked for, which the ledger then tells. */
export function Address({ masked, commentId, texts, show }: AddressProps) {
  const [state, send] = useFormAct(show);
  return (
    <form action={send} className={styles.address}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <input type="hidden" name="id" value={commentId} />
      <span role="status">{state.link ? <a href={`mailto:${state.link}`}>{state.link}</a> : masked}</span>
      {!state.link && <Button small>{texts.show}</Button>}
    </form>
  );
}
