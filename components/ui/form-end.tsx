import { Status } from "./alert";
import { Button, type ButtonTone } from "./button";
import styles from "./form.module.css";

interface FormEndProps {
  submit: string;
  isSending: boolean;
  /** What was done, once it is. */
  done?: string;
  tone?: ButtonTone;
  /** Another button beside it, by its value. */
  other?: { act: string; label: string };
}

/** The end of a form: its button, quiet while what it sent is on its way, and what became of it. */
export function FormEnd({ submit, isSending, done, tone = "primary", other }: FormEndProps) {
  return (
    <div className={styles.actions}>
      <Button tone={tone} aria-disabled={isSending}>
        {submit}
      </Button>
      {other && (
        <Button name="act" value={other.act} aria-disabled={isSending}>
          {other.label}
        </Button>
      )}
      <Status>{done}</Status>
    </div>
  );
}
