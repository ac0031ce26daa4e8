import type { UseFormRegisterReturn } from "react-hook-form";

interface ReplyFieldProps {
  /** Together, since Preact, unlike React, takes a `ref` for itself. */
  control: UseFormRegisterReturn;
  label: string;
  typed?: string;
  problem?: string;
  /** What helps to fill it in. */
  hint?: string;
  required?: boolean;
  multiline?: boolean;
  type?: "email" | "url";
  autoComplete?: string;
}

/** One labelled field of the reply form: what was typed in it, and what is wrong with it. */
export function ReplyField({ label, typed, problem, hint, control, multiline, type, required, autoComplete }: ReplyFieldProps) {
  const id = `reply-${control.name}`;
  // React calls a browser's `input` event onChange; onInput it is in both React and Preact.
  const { onChange: onInput, ...rest } = control;
  const shared = {
    ...rest,
    onInput,
    id,
    required,
    autoComplete,
    defaultValue: typed,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined,
  };
  return (
    <div className="reply-field">
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {multiline ? <textarea rows={7} {...shared} /> : <input type={type ?? "text"} {...shared} />}
      {hint && (
        <p className="reply-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="reply-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
