import { useTranslations } from "next-intl";
import type { FieldPath } from "react-hook-form";
import { postInput } from "@/lib/posts/schema";
import { invalid, type ErrorCode } from "@/lib/result";
import type { Form } from "./form";
import type { Values } from "./values";

/** Says what is wrong with a field, in the site's language; as `fieldProblem` (lib/i18n/too-long.ts) does where the server makes the page. */
export function useFieldProblem(): (code: ErrorCode, most?: number, typed?: string) => string {
  const [errors, limits] = [useTranslations("errors"), useTranslations("limits")];
  return (code, most, typed) => {
    if (code !== "tooLong" || most === undefined) return errors(code);
    const has = Array.from(typed ?? "").length;
    return has > most ? limits("have", { most, has }) : limits("atMost", { most });
  };
}

/** What is wrong with a field of a post's form: the schema's messages are error codes, as the server's are. */
export function useProblem(form: Form): (field: FieldPath<Values>) => string | undefined {
  const said = useFieldProblem();
  return (field) => {
    const code = form.getFieldState(field, form.formState).error?.message as ErrorCode | undefined;
    if (!code) return undefined;
    // The form keeps a problem's code alone.
    const values = form.getValues();
    const { error } = code === "tooLong" ? postInput.safeParse(values) : {};
    return said(code, error && invalid(error).limits?.[field], String(form.getValues(field)));
  };
}
