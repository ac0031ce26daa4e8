"use client";
import type { ReactNode } from "react";
import { LineList } from "@/components/newsroom/page/line-list";
import { Part } from "@/components/newsroom/page/page";
import { Alert } from "@/components/ui/alert";
import type { ButtonTone } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormEnd } from "@/components/ui/form-end";
import { FormFields, type FieldSpec } from "@/components/ui/form-fields";
import styles from "@/components/ui/form.module.css";
import type { FormState } from "@/lib/i18n/form-state";
import { FoldedFields } from "./folded-fields";
import { useFormAct } from "./use-kept";
import { useWrongField } from "./use-wrong-field";

/** Fields that belong together, under a heading and a line that explains them. */
export interface FieldGroup {
  title: string;
  intro?: string;
  fields: FieldSpec[];
  /** Fields of single cases, folded away, after those. */
  folded?: { title: string; fields: FieldSpec[] }[];
}

interface ActionFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  fields?: FieldSpec[];
  /** In place of `fields`: a longer form, in parts. */
  groups?: FieldGroup[];
  submit: string;
  /** What the form sends along without being seen, such as which thing it is about. */
  hidden?: Record<string, string>;
  /** How loud its button is; `danger` for what takes something away. */
  tone?: ButtonTone;
  /** Whose password is changed, where nobody types it. */
  username?: string;
  /** Fields of another kind, after the others. */
  children?: ReactNode;
  /** How the link is called that an answer may bring, and what is done with it. */
  link?: { label: string; hint: string };
  /** Another button beside its own: what it does, it tells in the same place. */
  other?: { act: string; label: string };
}

/** A form of the newsroom that stays where it is: says what was done, or marks what is wrong and goes there. Works without JavaScript. */
export function ActionForm({ action, submit, hidden = {}, tone, username, children, link, other, ...shown }: ActionFormProps) {
  const { fields = [], groups = [] } = shown;
  const [state, send, isSending] = useFormAct(action);
  const form = useWrongField(state);
  const answered = { typed: state.typed, problems: state.problems };
  const narrow = `${styles.form} ${styles.narrow}`;
  return (
    <form ref={form} action={send} className={groups.length > 0 ? styles.form : narrow}>
      {state.problem && <Alert>{state.problem}</Alert>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormFields fields={fields} {...answered} username={username} />
      {groups.map((group) => (
        <Part key={group.title} title={group.title} intro={group.intro}>
          <div className={narrow}>
            <FormFields fields={group.fields} {...answered} />
            {group.folded?.map((part) => (
              <FoldedFields key={part.title} {...part} {...answered} />
            ))}
          </div>
        </Part>
      ))}
      {children}
      <FormEnd submit={submit} isSending={isSending} done={state.done} tone={tone} other={other} />
      {state.found && <LineList lines={state.found} />}
      {link && state.link && <Field {...link} readOnly value={state.link} onFocus={({ target }) => target.select()} />}
    </form>
  );
}
