import type { ChangeEventHandler, FocusEventHandler, Ref } from "react";

interface ReplyFieldProps {
  name: string;
  label: string;
  typed?: string;
  problem?: string;
  required?: boolean;
  multiline?: boolean;
  type?: "email" | "url";
  autoComplete?: string;
  ref: Ref<HTMLInputElement & HTMLTextAreaElement>;
  onChange: ChangeEventHandler<HTMLInputElement | HTMLTextAreaElement>;
  onBlur: FocusEventHandler<HTMLInputElement | HTMLTextAreaElement>;
}

/** One labelled field of the reply form: what was typed in it, and what is wrong with it. */
export function ReplyField({ label, typed, problem, multiline, type, ...control }: ReplyFieldProps) {
  const id = `reply-${control.name}`;
  const shared = {
    ...control,
    id,
    defaultValue: typed,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": problem ? `${id}-problem` : undefined,
  };
  return (
    <div className="reply-field">
      <label htmlFor={id}>
        {label}
        {control.required && <span aria-hidden="true"> *</span>}
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
