"use client";
import { useActionState, useEffect, useRef, type MouseEvent } from "react";
import { sentWithoutReset } from "@/components/newsroom/form/sent-without-reset";
import { useKept, withNotice } from "@/components/newsroom/form/use-kept";
import { BulkBar } from "@/components/newsroom/page/bulk-bar";
import { keepInStep } from "@/components/newsroom/page/choose-all";
import { EmptyList } from "@/components/newsroom/page/page";
import type { DeskKeys } from "@/lib/comments/desk/keys";
import { Beside } from "./beside";
import { Fresh } from "./fresh";
import { KeyList } from "./key-list";
import { actByKey } from "./keys";
import { Notice } from "./notice";
import { Row } from "./row";
import { useFocusOnNext } from "./use-focus-on-next";
import { useLeaving } from "./use-leaving";
import { useLiveRows } from "./use-live-rows";
import type { News } from "./use-news";
import { NOTHING_DONE, type DeskAct, type DeskState, type DeskTexts, type RowView } from "./view";
import choose from "@/components/newsroom/page/bulk-bar.module.css";
import styles from "./desk.module.css";

interface DeskProps {
  /** Who looks at it. */
  me: string;
  /** What the list was asked for, as an address says it, where it has more than this page; else null. */
  everywhere: string | null;
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
export function Desk({ me, everywhere, rows: made, acts, empty, keys, texts, moderate }: DeskProps) {
  const { act, leave, leaving } = useLeaving(useKept(moderate, withNotice), made);
  const [state, submit, isPending] = useActionState(act, NOTHING_DONE);
  const form = useRef<HTMLFormElement>(null);
  const all = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDialogElement>(null);
  const { rows, onInput, news, fresh } = useLiveRows(form, made, { me, isGone, isUrgent, isPending, moved: state.moved });
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
        onInput={onInput}
        onClick={ignoreSecondClick}
        onKeyDown={({ nativeEvent, currentTarget }) => actByKey(nativeEvent, currentTarget, keys, () => list.current?.showModal())}
        aria-busy={isPending}
      >
        <BulkBar all={all} name="verdict" acts={acts} button={{ name: "act", value: "bulk" }} texts={texts}>
          {everywhere !== null && <Everywhere query={everywhere} label={texts.everywhere} />}
        </BulkBar>
        <Notice state={state} texts={texts}>
          <Fresh {...fresh} />
        </Notice>
        {rows.length === 0 && <EmptyList>{empty}</EmptyList>}
        <ul role="list" className={styles.rows}>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              isLeaving={leaving.has(row.id)}
              beside={<Beside row={row} me={me} news={news} />}
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

/** Lets what is done with several comments be done with the whole list. */
function Everywhere({ query, label }: { query: string; label: string }) {
  return (
    <label className={styles.everywhere}>
      <input type="checkbox" name="everywhere" className={choose.tick} />
      {label}
      <input type="hidden" name="query" value={query} />
    </label>
  );
}

/** Whether a colleague's decision took a comment out of the list; the list of all of them holds all but the trash. */
function isGone({ id, status, standing }: RowView, { moved }: News): boolean {
  const to = moved.get(id)?.to ?? status;
  return to !== status && (standing === "" || to === "trash");
}

function isUrgent({ urgent }: RowView): boolean {
  return urgent.length > 0;
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
