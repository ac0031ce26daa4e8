import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FormFields, type FieldSpec } from "@/components/ui/form-fields";
import form from "@/components/ui/form.module.css";
import styles from "./entry.module.css";

interface EntryProps {
  siteName: string;
  title: string;
  intro?: ReactNode;
  /** What went wrong, or what was done. */
  message?: ReactNode;
  /** The route that the form is posted to; without one there is no form. */
  action?: string;
  hidden?: Record<string, string>;
  fields?: FieldSpec[];
  typed?: Record<string, string>;
  problems?: Record<string, string>;
  /** Whose password is set, where nobody types it. */
  username?: string;
  submit?: string;
  /** Another way than the form. */
  alternative?: ReactNode;
  after?: ReactNode;
}

/** The one-card page of who is not signed in: sign-in, invitation, forgotten password. A plain form, without any script. */
export function Entry({
  siteName,
  title,
  intro,
  message,
  action,
  hidden = {},
  fields = [],
  typed,
  problems,
  username,
  submit,
  alternative,
  after,
}: EntryProps) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.site}>
          <a href="/">
            <bdi>{siteName}</bdi>
          </a>
        </p>
        <h1 className={styles.title}>{title}</h1>
        {intro && <p>{intro}</p>}
        {message}
        {action && (
          <form method="post" action={action} className={form.form}>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <FormFields fields={fields} typed={typed} problems={problems} username={username} />
            <Button tone="primary">{submit}</Button>
          </form>
        )}
        {alternative && <div className={styles.alternative}>{alternative}</div>}
      </div>
      {after && <p className={styles.after}>{after}</p>}
    </main>
  );
}
