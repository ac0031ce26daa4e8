"use client";
import { useActionState, useEffect, useRef, type MouseEvent } from "react";
import { sentWithoutReset } from "@/components/newsroom/form/sent-without-reset";
import { useKept, withNotice } from "@/components/newsroom/form/use-kept";
import { BulkBar } from "@/components/newsroom/page/bulk-bar";
import { keepInStep } from "@/components/newsroom/page/choose-all";
import { EmptyList } from "@/components/newsroom/page/page";
import type { DeskKeys } from "@/lib/comments/keys";
import { KeyList } from "./key-list";
import { actByKey } from "./keys";
import { Notice } from "./notice";
import { Row } from "./row";
import { NOTHING_DONE, type DeskAct, type DeskState, type DeskTexts, type RowView } from "./view";
import styles from "./desk.module.css";

interface DeskProps {
  rows: RowView[];
  /** What can be done with several of them. */
  acts: DeskAct[];
  /** What stands in place of an empty list. */
  empty: string;
  /** The keys that the moderator has. */
  keys: DeskKeys;
  texts: DeskTexts;
  moderate: (before: DeskState, form: FormData) => Promise<DeskState>;
}

/**
 * The list of comments in one form: every button is a submit button of it, so that each works without JavaScript.
 * With it the list stays where it is, the focus goes on to the next comment, and a box chooses all.
 */
export function Desk({ rows, acts, empty, keys, texts, moderate }: DeskProps) {
  const [state, submit, isPending] = useActionState(useKept(moderate, withNotice), NOTHING_DONE);
  const form = useRef<HTMLFormElement>(null);
  const all = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDialogElement>(null);
  useFocusOnNext(form, rows);
  useEffect(() => keepInStep(form.current, all.current), [rows]);
  useEffect(() => emptyAnswer(form.current, state.answered), [state]);

  return (
    <>
      <KeyList dialog={list} keys={keys} texts={texts.keys} />
      <form
        ref={form}
        action={submit}
        onSubmit={sentWithoutReset(submit)}
        onChange={({ currentTarget, target }) => keepInStep(currentTarget, all.current, target)}
        onClick={ignoreSecondClick}
        onKeyDown={({ nativeEvent, currentTarget }) => actByKey(nativeEvent, currentTarget, keys, () => list.current?.showModal())}
        aria-busy={isPending}
      >
        <BulkBar all={all} name="verdict" acts={acts} button={{ name: "act", value: "bulk" }} texts={texts} />
        <Notice state={state} texts={texts} />
        {rows.length === 0 && <EmptyList>{empty}</EmptyList>}
        <ul role="list" className={styles.rows}>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              address={state.revealed[row.id]}
              edited={state.edited?.id === row.id ? state.edited : undefined}
              texts={texts}
            />
          ))}
        </ul>
        {rows.map(({ id, status, seen }) => (
          <input key={id} type="hidden" name="shown" value={`${id}:${status}:${seen}`} />
        ))}
      </form>
    </>
  );
}

/** An answer that was sent leaves its field, which closes; the comment keeps the focus. */
function emptyAnswer(form: HTMLFormElement | null, id = ""): void {
  const row = id && form?.querySelector<HTMLElement>(`[data-row="${id}"]`);
  const field = row && row.querySelector<HTMLTextAreaElement>("textarea[name^='answer:']");
  const around = field && field.closest("details");
  if (!around) return;
  field.value = "";
  around.open = false;
  row.focus();
}

/** The second click of a double click would hit the comment that moved up, unread. */
function ignoreSecondClick(event: MouseEvent<HTMLFormElement>): void {
  if (event.detail > 1 && event.target instanceof HTMLButtonElement) event.preventDefault();
}

/** When the comment that held the focus leaves the list, the focus goes on to the one in its place (WCAG 2.4.3). */
function useFocusOnNext(form: { current: HTMLFormElement | null }, rows: RowView[]): void {
  const place = useRef<number | null>(null);
  useEffect(() => {
    const current = form.current;
    if (!current) return;
    const remember = ({ target }: FocusEvent) => {
      const row = target instanceof Element && target.closest<HTMLElement>("[data-row]");
      place.current = row ? rowsOf(current).indexOf(row) : null;
    };
    current.addEventListener("focusin", remember);
    return () => current.removeEventListener("focusin", remember);
  }, [form]);
  useEffect(() => {
    if (place.current === null || !form.current || document.activeElement !== document.body) return;
    // The comment itself, not a button of it: it shall be read before it is decided on.
    const left = rowsOf(form.current);
    const next = left[Math.min(place.current, left.length - 1)] ?? form.current.closest("main");
    next?.focus();
  }, [form, rows]);
}

function rowsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-row]")];
}
