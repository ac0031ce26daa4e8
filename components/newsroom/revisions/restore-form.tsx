"use client";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/i18n/form-state";
import styles from "./revisions.module.css";

interface RestoreFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  fields: Record<string, string>;
  label: string;
  hint: string;
}

/** Brings the shown revision back. Works without JavaScript. */
export function RestoreForm({ action, fields, label, hint }: RestoreFormProps) {
  const [state, send, isSending] = useFormAct(action);
  return (
    <form action={send} className={styles.restore}>
      {state.problem && <Alert>{state.problem}</Alert>}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button tone="primary" aria-disabled={isSending}>
        {label}
      </Button>
      <p className={styles.note}>{hint}</p>
    </form>
  );
}
