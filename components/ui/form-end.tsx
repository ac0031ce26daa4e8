import { Status } from "./alert";
import { Button, type ButtonTone } from "./button";
import styles from "./form.module.css";

interface FormEndProps {
  submit: string;
  isSending: boolean;
  /** What was done, once it is. */
  done?: string;
  tone?: ButtonTone;
}

/** The end of a form: its button, quiet while what it sent is on its way, and what became of it. */
export function FormEnd({ submit, isSending, done, tone = "primary" }: FormEndProps) {
  return (
    <div className={styles.actions}>
      <Button tone={tone} aria-disabled={isSending}>
        {submit}
      </Button>
      <Status>{done}</Status>
    </div>
  );
}
