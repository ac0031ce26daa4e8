import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/i18n/form-state";

/** Leads to the first wrong field when an answer says that something is wrong (CONTRACT.md 7). Takes the form's state; returns the form's ref. */
export function useWrongField(state: FormState) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.problem) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  return form;
}
