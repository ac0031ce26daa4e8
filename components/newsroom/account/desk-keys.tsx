"use client";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { useWrongField } from "@/components/newsroom/form/use-wrong-field";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox, Field } from "@/components/ui/field";
import form from "@/components/ui/form.module.css";
import { KEY_ACTS, type DeskKeys, type KeyAct } from "@/lib/comments/desk/keys";
import type { FormState } from "@/lib/i18n/form-state";
import styles from "./account.module.css";

interface DeskKeysFormProps {
  kept: DeskKeys;
  action: (before: FormState, form: FormData) => Promise<FormState>;
  texts: { on: string; acts: Record<KeyAct, string>; save: string; standard: string };
}

/** The keys of the moderation's lists, a field an act: empty for none. Works without JavaScript. */
export function DeskKeysForm({ kept, action, texts }: DeskKeysFormProps) {
  const [state, send, isSending] = useFormAct(action);
  const { problem, problems = {}, typed, done } = state;
  const box = useWrongField(state);
  const isOn = typed ? "on" in typed : kept.areOn;
  return (
    <form ref={box} action={send} className={form.form}>
      {problem && <Alert>{problem}</Alert>}
      <Checkbox name="on" label={texts.on} defaultChecked={isOn} />
      <div className={styles.keys}>
        {KEY_ACTS.map((act) => (
          <Field
            key={act}
            name={act}
            label={texts.acts[act]}
            defaultValue={typed?.[act] ?? kept.keys[act]}
            problem={problems[act]}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        ))}
      </div>
      <div className={form.actions}>
        <Button name="act" value="save" tone="primary" aria-disabled={isSending}>
          {texts.save}
        </Button>
        <Button name="act" value="standard" aria-disabled={isSending}>
          {texts.standard}
        </Button>
        <Status>{done}</Status>
      </div>
    </form>
  );
}
