"use client";
import { useActionState } from "react";
import desk from "@/components/newsroom/desk/desk.module.css";
import { Edits } from "@/components/newsroom/desk/edits";
import { Ground } from "@/components/newsroom/desk/ground";
import { Notice } from "@/components/newsroom/desk/notice";
import { sentWithoutReset } from "@/components/newsroom/form/sent-without-reset";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { useKept, withNotice } from "@/components/newsroom/form/use-kept";
import { EmptyList } from "@/components/newsroom/page/page";
import styles from "@/components/newsroom/reported/reported.module.css";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { NOTHING_ANSWERED, type ComplaintsState, type ComplaintTexts, type ComplaintView } from "./view";

interface ComplaintsProps {
  rows: ComplaintView[];
  /** What the list holds, and in which order. */
  intro: string;
  empty: string;
  texts: ComplaintTexts;
  answer: (before: ComplaintsState, form: FormData) => Promise<ComplaintsState>;
}

/** The complaints that wait, in one form: every button is a submit button of it, so that each works without JavaScript. */
export function Complaints({ rows, intro, empty, texts, answer }: ComplaintsProps) {
  const [state, submit, isPending] = useActionState(useKept(answer, withNotice), NOTHING_ANSWERED);
  const place = useFocusStays<HTMLFormElement>();
  return (
    <form ref={place} action={submit} onSubmit={sentWithoutReset(submit)} tabIndex={-1} aria-busy={isPending}>
      <p className={styles.intro}>{intro}</p>
      <Notice state={{ ...state, undo: [] }} texts={{ undo: "" }} />
      {rows.length === 0 && <EmptyList>{empty}</EmptyList>}
      <ul role="list">
        {rows.map((row) => (
          <Row key={row.id} row={row} typed={state.typed[row.id]} texts={texts} />
        ))}
      </ul>
    </form>
  );
}

function Row({ row, typed, texts }: { row: ComplaintView; typed: string | undefined; texts: ComplaintTexts }) {
  const { id, post } = row;
  return (
    <li className={styles.row}>
      <div className={styles.comment} id={`who-${id}`}>
        <p className={desk.name} title={row.name}>
          <bdi>{row.name}</bdi>
        </p>
        <p className={desk.where} lang={post.lang}>
          {post.href ? <a href={post.href}>{post.title}</a> : post.title}
        </p>
        <p className={desk.text} lang={post.lang}>
          {row.text}
        </p>
        <p className={desk.soft}>{row.decided}</p>
        {row.explanation && <p className={desk.reason}>{row.explanation}</p>}
        <Edits edits={row.edits} lang={post.lang} texts={texts.edit} />
      </div>
      <div className={styles.reports}>
        <p className={desk.where}>{row.complained}</p>
        <p className={row.said ? desk.text : desk.soft}>{row.said ?? texts.nothingSaid}</p>
      </div>
      {row.mayAnswer ? (
        <fieldset className={styles.acts}>
          <legend className="visually-hidden">{row.actions}</legend>
          {row.ground && <Ground id={id} chosen={row.ground} texts={texts.ground} />}
          <TextArea name={`answer:${id}`} label={texts.answer} hint={row.hint} rows={3} maxLength={texts.mostChars} defaultValue={typed} />
          <p className={styles.buttons}>
            {(["upheld", "overturned"] as const).map((outcome) => (
              <Button key={outcome} name="act" value={`${outcome}:${id}`} small aria-describedby={`who-${id}`}>
                {outcome === "upheld" ? texts.upheld : row.overturned}
              </Button>
            ))}
          </p>
        </fieldset>
      ) : (
        <p className={desk.soft}>{texts.own}</p>
      )}
    </li>
  );
}
