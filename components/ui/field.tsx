import { useId, type ComponentProps, type ReactNode } from "react";
import styles from "./field.module.css";

interface Common {
  label: string;
  /** What is wrong with it, in the site's language; the control is then `aria-invalid` and described by it. */
  problem?: string;
  /** What helps to fill it in; always shown. */
  hint?: string;
}

/** A labelled one-line input with its hint and its problem. */
export function Field({ label, problem, hint, ...rest }: Common & ComponentProps<"input">) {
  const control = useControl({ problem, hint, id: rest.id });
  return (
    <Labelled label={label} problem={problem} hint={hint} id={control.id}>
      <input {...rest} {...control} className={styles.control} />
    </Labelled>
  );
}

/** A labelled text area with its hint and its problem. */
export function TextArea({ label, problem, hint, ...rest }: Common & ComponentProps<"textarea">) {
  const control = useControl({ problem, hint, id: rest.id });
  return (
    <Labelled label={label} problem={problem} hint={hint} id={control.id}>
      <textarea rows={6} {...rest} {...control} className={styles.control} />
    </Labelled>
  );
}

/** A labelled choice of one; its options are the children. */
export function Select({ label, problem, hint, children, ...rest }: Common & ComponentProps<"select">) {
  const control = useControl({ problem, hint, id: rest.id });
  return (
    <Labelled label={label} problem={problem} hint={hint} id={control.id}>
      <select {...rest} {...control} className={`${styles.control} ${styles.select}`}>
        {children}
      </select>
    </Labelled>
  );
}

/** A checkbox with its label behind it. */
export function Checkbox({ label, problem, hint, ...rest }: Common & ComponentProps<"input">) {
  const control = useControl({ problem, hint, id: rest.id });
  return (
    <div className={styles.field}>
      <label className={styles.check}>
        <input type="checkbox" {...rest} {...control} />
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${control.id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className={styles.problem} id={`${control.id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

function Labelled({ label, problem, hint, id, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {problem && (
        <p className={styles.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

function useControl({ problem, hint, id: given }: { problem?: string; hint?: string; id?: string }) {
  const made = useId();
  const id = given ?? made;
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, "aria-invalid": problem ? true : undefined, "aria-describedby": described || undefined };
}
