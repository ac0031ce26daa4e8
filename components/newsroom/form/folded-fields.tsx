import { FormFields, type FieldSpec } from "@/components/ui/form-fields";
import form from "@/components/ui/form.module.css";
import styles from "./folded-fields.module.css";

interface FoldedFieldsProps {
  title: string;
  fields: FieldSpec[];
  typed?: Record<string, string>;
  problems?: Record<string, string>;
}

/** Fields that few need, under a line that opens them; open by itself while one of them is wrong. */
export function FoldedFields({ title, fields, typed, problems = {} }: FoldedFieldsProps) {
  return (
    <details className={styles.folded} open={fields.some(({ name }) => problems[name])}>
      <summary>{title}</summary>
      <div className={form.form}>
        <FormFields fields={fields} typed={typed} problems={problems} />
      </div>
    </details>
  );
}
