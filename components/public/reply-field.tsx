import type { UseFormRegisterReturn } from "react-hook-form";

interface ReplyFieldProps {
  /** Together, since Preact, unlike React, takes a `ref` for itself. */
  control: UseFormRegisterReturn;
  label: string;
  typed?: string;
  problem?: string;
  required?: boolean;
  multiline?: boolean;
  type?: "email" | "url";
  autoComplete?: string;
}

/** One labelled field of the reply form: what was typed in it, and what is wrong with it. */
export function ReplyField({ label, typed, problem, control, multiline, type, required, autoComplete }: ReplyFieldProps) {
  const id = `reply-${control.name}`;
  const shared = {
    ...control,
    id,
    required,
    autoComplete,
    defaultValue: typed,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": problem ? `${id}-problem` : undefined,
  };
  return (
    <div className="reply-field">
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {multiline ? <textarea rows={7} {...shared} /> : <input type={type ?? "text"} {...shared} />}
      {problem && (
        <p className="reply-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
