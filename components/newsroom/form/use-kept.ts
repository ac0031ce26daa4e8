import { createContext, use, useActionState, useEffect, useRef } from "react";
import { unstable_rethrow } from "next/navigation";

/** What a form says when its act was not heard: the site was out of reach, or one was signed out in the meantime. */
export interface NotHeardMessages {
  title: string;
  unreachable: string;
  signedOut: string;
  again: string;
}

/** The newsroom's frame gives these texts to every form in it, in the site's language. */
export const NotHeardTexts = createContext<NotHeardMessages>({ title: "", unreachable: "", signedOut: "", again: "" });

type Act<State> = (before: State, form: FormData) => Promise<State>;

/** What our server answers to an act of nobody (lib/server/refuse.ts). */
const SIGNED_OUT = "signedOut";

/**
 * Keeps a form and what was typed into it when its act cannot be asked: without the network, while the server starts
 * anew, or when one was signed out; otherwise Next puts an error page in the place of the whole newsroom. Takes the act
 * and how its state says a problem; returns the act for `useActionState`. While the page is made it is the act itself,
 * by which the form works without JavaScript.
 */
export function useKept<State>(act: Act<State>, tell: (before: State, problem: string) => State): Act<State> {
  const texts = use(NotHeardTexts);
  const keeping = useRef<AbortController>(null);
  // The commit that shows the problem is over, and React has tried to empty the form.
  useEffect(() => keeping.current?.abort());
  if (typeof window === "undefined") return act;
  return async (before, form) => {
    try {
      return await act(before, form);
    } catch (error) {
      unstable_rethrow(error);
      keeping.current = keepNextReset();
      return tell(before, whyNotHeard(error, texts));
    }
  };
}

/**
 * A plain form's act, kept as `useKept` says: what the form shows (nothing at first), what sends it, and whether it is
 * being sent. An act that was not heard says so in `problem`, in the place of what was said before.
 */
export function useFormAct<State extends { done?: string; problem?: string; problems?: Record<string, string> }>(act: Act<State>) {
  const tell = (before: State, problem: string): State => ({ ...before, done: undefined, problems: undefined, problem });
  return useActionState<State, FormData>(useKept(act, tell), {} as Awaited<State>);
}

/** Why an act was not heard, in words. Takes what it threw. */
export function whyNotHeard(error: unknown, texts: NotHeardMessages): string {
  return error instanceof Error && error.message === SIGNED_OUT ? texts.signedOut : texts.unreachable;
}

/** The state of a list in which several things are acted on, with a problem in place of what was said before. */
export function withNotice<State extends { notice: string; problems: string[] }>(before: State, problem: string): State {
  return { ...before, notice: "", problems: [problem] };
}

/** React empties a form whose action it ran, whatever came of it; the event by which it does can be refused. */
function keepNextReset(): AbortController {
  const keeping = new AbortController();
  const keep = (event: Event) => event.preventDefault();
  document.addEventListener("reset", keep, { capture: true, once: true, signal: keeping.signal });
  return keeping;
}
