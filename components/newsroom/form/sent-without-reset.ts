import { startTransition, type SyntheticEvent } from "react";

/**
 * Sends a form's act without React's emptying the form afterwards, by which what is typed at other things of a list would
 * be lost with each act. Takes what `useActionState` gives to send, and what is done at once when that is sent; returns the form's `onSubmit`. Without JavaScript the
 * form's own `action` is sent.
 */
export function sentWithoutReset(submit: (form: FormData) => void, atOnce?: (form: FormData) => void) {
  return (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const by = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const typed = new FormData(event.currentTarget, by);
    atOnce?.(typed);
    startTransition(() => submit(typed));
  };
}
