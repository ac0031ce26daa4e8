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
import { useFocusOnNext } from "./use-focus-on-next";
import { useLeaving } from "./use-leaving";
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
  const { act, leave, leaving } = useLeaving(useKept(moderate, withNotice), rows);
  const [state, submit, isPending] = useActionState(act, NOTHING_DONE);
  const form = useRef<HTMLFormElement>(null);
  const all = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDialogElement>(null);
  const hidden = [...leaving].join();
  useFocusOnNext(form, rows, hidden);
  useEffect(() => keepInStep(form.current, all.current), [rows, hidden]);
  useEffect(() => emptyAnswer(form.current, state.answered), [state]);

  return (
    <>
      <KeyList dialog={list} keys={keys} texts={texts.keys} />
      <form
        ref={form}
        action={submit}
        onSubmit={sentWithoutReset(submit, leave)}
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
              isLeaving={leaving.has(row.id)}
              address={state.revealed[row.id]}
              edited={state.edited?.id === row.id ? state.edited : undefined}
              texts={texts}
            />
          ))}
        </ul>
        {rows.map(({ id, status, seen }) => (
          <input key={id} type="hidden" name="shown" value={`${id}:${status}:${seen}`} disabled={leaving.has(id)} />
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
