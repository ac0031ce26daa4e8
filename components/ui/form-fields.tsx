import { Field, Select, TextArea } from "./field";

/** One field of a form, as the page describes it; `options` make it a choice, `rows` a text of several lines. */
export interface FieldSpec {
  name: string;
  label: string;
  type?: "text" | "email" | "password" | "number";
  hint?: string;
  required?: boolean;
  autoComplete?: string;
  /** What stands in it before anything is typed. */
  value?: string;
  min?: number;
  max?: number;
  options?: { value: string; label: string }[];
  rows?: number;
}

interface FormFieldsProps {
  fields: FieldSpec[];
  typed?: Record<string, string>;
  problems?: Record<string, string>;
  /** Whose password it is, where nobody types it: password managers look for it (and browsers complain without). */
  username?: string;
}

/** A form's fields with what was typed and what is wrong, both by field name. */
export function FormFields({ fields, typed = {}, problems = {}, username }: FormFieldsProps) {
  return (
    <>
      {username && <input type="text" autoComplete="username" value={username} readOnly hidden />}
      {fields.map(({ options, rows, type, value, ...field }) => {
        const common = { ...field, problem: problems[field.name], defaultValue: typed[field.name] ?? value };
        if (rows) return <TextArea {...common} rows={rows} key={field.name} />;
        if (!options) return <Field {...common} type={type} key={field.name} />;
        // React empties a form after its action: a select then falls back to the choice that it was made with.
        return (
          <Select {...common} key={`${field.name} ${common.defaultValue}`}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        );
      })}
    </>
  );
}
