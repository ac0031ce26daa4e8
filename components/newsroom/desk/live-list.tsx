"use client";
import { useActionState, useRef, useState, type FocusEvent, type ReactNode } from "react";
import { sentWithoutReset } from "@/components/newsroom/form/sent-without-reset";
import { useKept, withNotice } from "@/components/newsroom/form/use-kept";
import { EmptyList } from "@/components/newsroom/page/page";
import styles from "@/components/newsroom/reported/reported.module.css";
import type { DeskKeys } from "@/lib/comments/desk/keys";
import { Beside, Settled } from "./beside";
import { Fresh } from "./fresh";
import { KeyList } from "./key-list";
import { actByKey } from "./keys";
import { Notice } from "./notice";
import { useFocusOnNext } from "./use-focus-on-next";
import { useLiveRows } from "./use-live-rows";
import type { News } from "./use-news";
import type { DeskState, LiveTexts } from "./view";

/** A row of such a list: of a reply, or of what is said about one. */
interface LiveRow {
  id: string;
  name: string;
  status?: string;
}

type LiveState = Pick<DeskState, "notice" | "problems" | "undo" | "moved">;

interface LiveListProps<Row, State> {
  /** Who looks at it. */
  me: string;
  rows: Row[];
  /** What the list holds, and in which order. */
  intro: string;
  empty: string;
  /** The keys that the moderator has. */
  keys: DeskKeys;
  texts: LiveTexts;
  /** Whether a row is settled by what others did. */
  isGone: (row: Row, news: News) => boolean;
  /** Whether a row stands before others. */
  isUrgent: (row: Row) => boolean;
  act: (before: State, form: FormData) => Promise<State>;
  /** Nothing was done yet. */
  nothing: State;
  /** A row's inside. `beside` is what others do with it; `seen` is what the row said when one came to it, or to the answer of the last act. */
  children: (row: Row, state: State, beside: ReactNode, seen: Row) => ReactNode;
}

/**
 * A list beside those of comments, in one form: every button is a submit button of it, so that each works without
 * JavaScript. With it, what a colleague settled goes, the focus goes on to the next row, and keys press its buttons.
 */
export function LiveList<Row extends LiveRow, State extends LiveState>(props: LiveListProps<Row, State>) {
  const { me, rows: made, intro, empty, keys, texts, isGone, isUrgent, act, nothing, children } = props;
  const [state, submit, isPending] = useActionState<State, FormData>(useKept(act, withNotice), nothing as Awaited<State>);
  const form = useRef<HTMLFormElement>(null);
  const list = useRef<HTMLDialogElement>(null);
  const { rows, onInput, news, fresh } = useLiveRows(form, made, { me, isGone, isUrgent, isPending, moved: state.moved });
  useFocusOnNext(form, rows, "");
  const [came, setCame] = useState<{ to: Row; after: Awaited<State> }>();
  // Whom an act was refused, or answered, has read the row as it came with that.
  if (came && came.after !== state) setCame({ to: made.find(({ id }) => id === came.to.id) ?? came.to, after: state });
  // A tap enters the row that one is at already: what came the moment before is not read.
  const come = (to: Row) => came?.to.id !== to.id && setCame({ to, after: state });
  const seenOf = (row: Row) => (came?.to.id === row.id ? came.to : row);
  return (
    <>
      <p className={styles.intro}>{intro}</p>
      <KeyList dialog={list} keys={keys} texts={texts.keys} />
      <form
        ref={form}
        action={submit}
        onSubmit={sentWithoutReset(submit)}
        onInput={onInput}
        onKeyDown={({ nativeEvent, currentTarget }) => actByKey(nativeEvent, currentTarget, keys, () => list.current?.showModal())}
        aria-busy={isPending}
      >
        <Notice state={state} texts={texts}>
          <Fresh {...fresh} />
        </Notice>
        {rows.length === 0 && <EmptyList>{empty}</EmptyList>}
        <ul role="list">
          {rows.map((row) => (
            <li
              key={row.id}
              className={styles.row}
              data-row={row.id}
              tabIndex={-1}
              onPointerEnter={() => come(row)}
              onFocus={(event) => isComing(event) && come(row)}
            >
              {children(
                row,
                state,
                <>
                  <Settled id={row.id} me={me} news={news} />
                  <Beside row={row} me={me} news={news} />
                </>,
                seenOf(row),
              )}
            </li>
          ))}
        </ul>
      </form>
    </>
  );
}

/** Whether the focus comes from elsewhere, and does not go on within. */
function isComing({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return !currentTarget.contains(relatedTarget);
}
