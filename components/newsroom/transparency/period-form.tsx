import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import form from "@/components/ui/form.module.css";

interface PeriodFormProps {
  action: string;
  first: string;
  last: string;
  /** What is wrong with what was typed. */
  problem: string | null;
  texts: { first: string; last: string; show: string };
}

/** Asks for the numbers of a span of days; an ordinary form, which works without scripts. */
export function PeriodForm({ action, first, last, problem, texts }: PeriodFormProps) {
  return (
    <form action={action} className={`${form.form} ${form.narrow}`}>
      {problem && <Alert>{problem}</Alert>}
      <Field name="from" label={texts.first} type="date" defaultValue={first} required aria-invalid={problem ? true : undefined} />
      <Field name="until" label={texts.last} type="date" defaultValue={last} required aria-invalid={problem ? true : undefined} />
      <div className={form.actions}>
        <Button>{texts.show}</Button>
      </div>
    </form>
  );
}
