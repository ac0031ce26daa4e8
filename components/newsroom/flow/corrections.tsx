import { ActionForm } from "@/components/newsroom/form/action-form";
import type { FormState } from "@/lib/i18n/form-state";
import { MoveButtons } from "./move-buttons";
import styles from "./flow.module.css";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

interface CorrectionsProps {
  corrections: { id: string; text: string; time: { instant: string; written: string }; remove: Act }[];
  add: Act;
  texts: { text: string; hint: string; add: string; remove: string };
}

/** What readers are told was wrong in a post, newest first, and a place for one more. */
export function Corrections({ corrections, add, texts }: CorrectionsProps) {
  return (
    <div className={styles.notes}>
      {corrections.map(({ id, text, time, remove }) => (
        <div key={id} className={styles.thread}>
          <time dateTime={time.instant} className={styles.written}>
            {time.written}
          </time>
          <p className={styles.body}>{text}</p>
          <MoveButtons small action={remove} moves={[{ move: "remove", label: texts.remove, tone: "plain" }]} />
        </div>
      ))}
      <ActionForm
        action={add}
        submit={texts.add}
        tone="plain"
        fields={[{ name: "text", label: texts.text, hint: texts.hint, rows: 3, required: true }]}
      />
    </div>
  );
}
