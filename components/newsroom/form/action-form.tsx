"use client";
import { useActionState, useEffect, useRef } from "react";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { FormFields, type FieldSpec } from "@/components/ui/form-fields";
import styles from "@/components/ui/form.module.css";
import type { FormState } from "@/lib/i18n/form-state";

interface ActionFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  fields: FieldSpec[];
  submit: string;
  /** Whose password is changed, where nobody types it. */
  username?: string;
}

/** A form of the newsroom that stays where it is: says what was done, or marks what is wrong and goes there. Works without JavaScript. */
export function ActionForm({ action, fields, submit, username }: ActionFormProps) {
  const [state, send, isSending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.problem) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  return (
    <form ref={form} action={send} className={`${styles.form} ${styles.narrow}`}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <FormFields fields={fields} typed={state.typed} problems={state.problems} username={username} />
      <div className={styles.actions}>
        <Button tone="primary" aria-disabled={isSending}>
          {submit}
        </Button>
        <Status>{state.done}</Status>
      </div>
    </form>
  );
}
