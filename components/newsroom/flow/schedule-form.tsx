"use client";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { useWrongField } from "@/components/newsroom/form/use-wrong-field";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { FormState } from "@/lib/i18n/form-state";
import styles from "./flow.module.css";

/** What came of a schedule; `offsets` when the time comes twice that night, and one must be chosen. */
export interface ScheduleState extends FormState {
  offsets?: { value: string; label: string }[];
}

interface ScheduleFormProps {
  action: (before: ScheduleState, form: FormData) => Promise<ScheduleState>;
  /** The time that is planned now, in the site's zone. */
  at: string;
  texts: { at: string; zone: string; which: string; submit: string };
}

/** Asks when a post shall be published, and, in the night when clocks go back, which of the two times is meant. */
export function ScheduleForm({ action, at, texts }: ScheduleFormProps) {
  const [state, send, isSending] = useFormAct(action);
  const form = useWrongField(state);
  return (
    <form ref={form} action={send} className={styles.moves}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <Field
        key={state.typed?.at ?? at}
        label={texts.at}
        hint={texts.zone}
        type="datetime-local"
        name="at"
        defaultValue={state.typed?.at ?? at}
        problem={state.problems?.at}
        required
      />
      {state.offsets && (
        <Select label={texts.which} name="offset">
          {state.offsets.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <div className={styles.buttons}>
        <Button aria-disabled={isSending}>{texts.submit}</Button>
      </div>
      <Status>{state.done}</Status>
    </form>
  );
}
