"use client";
import { useActionState } from "react";
import { useWrongField } from "@/components/newsroom/form/use-wrong-field";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormFields } from "@/components/ui/form-fields";
import styles from "@/components/ui/form.module.css";
import type { FormState } from "@/lib/i18n/form-state";

/** After an invitation, its link. */
export interface InviteState extends FormState {
  link?: string;
}

interface InviteFormProps {
  action: (before: InviteState, form: FormData) => Promise<InviteState>;
  roles: { value: string; label: string }[];
  texts: { email: string; role: string; submit: string; link: string; linkHint: string };
}

/** Invites a colleague by e-mail, and shows the link to hand on. */
export function InviteForm({ action, roles, texts }: InviteFormProps) {
  const [state, send, isSending] = useActionState(action, {});
  const form = useWrongField(state);
  return (
    <form ref={form} action={send} className={`${styles.form} ${styles.narrow}`}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <FormFields
        key={JSON.stringify(state.typed)}
        fields={[
          { name: "email", label: texts.email, type: "email", autoComplete: "off", required: true },
          { name: "role", label: texts.role, options: roles, value: "author" },
        ]}
        typed={state.typed}
        problems={state.problems}
      />
      <div className={styles.actions}>
        <Button tone="primary" aria-disabled={isSending}>
          {texts.submit}
        </Button>
        <Status>{state.done}</Status>
      </div>
      {state.link && (
        <Field label={texts.link} hint={texts.linkHint} readOnly value={state.link} onFocus={({ target }) => target.select()} />
      )}
    </form>
  );
}
