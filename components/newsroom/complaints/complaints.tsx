"use client";
import type { ReactNode } from "react";
import desk from "@/components/newsroom/desk/desk.module.css";
import { Edits } from "@/components/newsroom/desk/edits";
import { Ground } from "@/components/newsroom/desk/ground";
import { LiveList } from "@/components/newsroom/desk/live-list";
import type { News } from "@/components/newsroom/desk/use-news";
import styles from "@/components/newsroom/reported/reported.module.css";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { DeskKeys } from "@/lib/comments/desk/keys";
import { NOTHING_ANSWERED, type ComplaintsState, type ComplaintTexts, type ComplaintView } from "./view";

interface ComplaintsProps {
  /** Who looks at it, and the keys that they have. */
  me: string;
  keys: DeskKeys;
  rows: ComplaintView[];
  /** What the list holds, and in which order. */
  intro: string;
  empty: string;
  texts: ComplaintTexts;
  answer: (before: ComplaintsState, form: FormData) => Promise<ComplaintsState>;
}

/** The complaints that wait, each a row. */
export function Complaints({ answer, ...list }: ComplaintsProps) {
  return (
    <LiveList {...list} act={answer} nothing={NOTHING_ANSWERED} isGone={isGone} isUrgent={isUrgent}>
      {(row, { typed }, beside) => <Row row={row} beside={beside} typed={typed[row.id]} texts={list.texts} />}
    </LiveList>
  );
}

function isGone({ id }: ComplaintView, { settled }: News): boolean {
  return settled.has(id);
}

/** They stand in the order in which they came. */
function isUrgent(): boolean {
  return false;
}

interface RowProps {
  row: ComplaintView;
  /** What others do with it meanwhile. */
  beside: ReactNode;
  typed: string | undefined;
  texts: ComplaintTexts;
}

function Row({ row, beside, typed, texts }: RowProps) {
  const { id, post } = row;
  return (
    <>
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
        {beside}
        <p className={desk.soft}>{row.decided}</p>
        {row.explanation && <p className={desk.reason}>{row.explanation}</p>}
        {row.newer && <p className={desk.reason}>{row.newer}</p>}
        <Edits edits={row.edits} lang={post.lang} texts={texts.edit} />
      </div>
      <div className={styles.reports}>
        <p className={desk.where}>{row.complained}</p>
        <p className={row.said ? desk.text : desk.soft}>{row.said ?? texts.nothingSaid}</p>
      </div>
      {row.mayAnswer ? (
        <fieldset className={styles.acts}>
          <legend className="visually-hidden">{row.actions}</legend>
          <input type="hidden" name={`seen:${id}`} value={row.seen} />
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
    </>
  );
}
