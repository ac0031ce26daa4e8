import { useTranslations } from "next-intl";
import type { FieldPath } from "react-hook-form";
import type { ErrorCode } from "@/lib/result";
import type { Form } from "./form";
import type { Values } from "./values";

/** What is wrong with a field, in the site's language: the schema's messages are error codes, as the server's are. */
export function useProblem(form: Form): (field: FieldPath<Values>) => string | undefined {
  const errors = useTranslations("errors");
  return (field) => {
    const code = form.getFieldState(field, form.formState).error?.message;
    return code ? errors(code as ErrorCode) : undefined;
  };
}
