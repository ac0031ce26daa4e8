"use client";
import { useActionState } from "react";
import desk from "@/components/newsroom/desk/desk.module.css";
import { Ground } from "@/components/newsroom/desk/ground";
import { Notice } from "@/components/newsroom/desk/notice";
import { NOTHING_DONE, type DeskState } from "@/components/newsroom/desk/view";
import { sentWithoutReset } from "@/components/newsroom/form/sent-without-reset";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { useKept, withNotice } from "@/components/newsroom/form/use-kept";
import { EmptyList } from "@/components/newsroom/page/page";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { REPORTED_ACTS, type ReportedTexts, type ReportedView, type ReportView } from "./view";
import styles from "./reported.module.css";

interface ReportedProps {
  rows: ReportedView[];
  /** What the list holds, and in which order. */
  intro: string;
  empty: string;
  texts: ReportedTexts;
  decide: (before: DeskState, form: FormData) => Promise<DeskState>;
}

/** What readers reported, a reply a row, in one form: every button is a submit button of it, so that each works without JavaScript. */
export function Reported({ rows, intro, empty, texts, decide }: ReportedProps) {
  const [state, submit, isPending] = useActionState(useKept(decide, withNotice), NOTHING_DONE);
  const place = useFocusStays<HTMLFormElement>();
  return (
    <form ref={place} action={submit} onSubmit={sentWithoutReset(submit)} tabIndex={-1} aria-busy={isPending}>
      <p className={styles.intro}>{intro}</p>
      <Notice state={state} texts={texts} />
      {rows.length === 0 && <EmptyList>{empty}</EmptyList>}
      <ul role="list">
        {rows.map((row) => (
          <Row key={row.id} row={row} revealed={state.revealed} texts={texts} />
        ))}
      </ul>
    </form>
  );
}

interface RowProps {
  row: ReportedView;
  revealed: DeskState["revealed"];
  texts: ReportedTexts;
}

function Row({ row, revealed, texts }: RowProps) {
  const { id, name, post } = row;
  return (
    <li className={styles.row}>
      <div className={styles.comment} id={`who-${id}`}>
        <p className={desk.name} title={name}>
          <bdi>{name}</bdi>
        </p>
        {row.maskedAddress && <p className={desk.soft}>{row.maskedAddress}</p>}
        <p className={desk.where}>
          <span lang={post.lang}>{post.href ? <a href={post.href}>{post.title}</a> : post.title}</span> · {row.state}
        </p>
        <p className={desk.text} lang={post.lang}>
          {row.text}
        </p>
      </div>
      <div className={styles.reports}>
        <p className={desk.where}>
          {row.illegal && <strong className={styles.illegal}>{row.illegal}</strong>} {row.count}
        </p>
        <ul role="list">
          {row.reports.map((report) => (
            <Report key={report.id} report={report} address={revealed[report.id]} texts={texts} />
          ))}
        </ul>
        {row.more && <p className={desk.soft}>{row.more}</p>}
        <p className={desk.soft}>
          <a href={row.danger.href}>{row.danger.label}</a>
        </p>
      </div>
      <fieldset className={styles.acts}>
        <legend className="visually-hidden">{row.actions}</legend>
        <input type="hidden" name={`shown:${id}`} value={`${row.status}:${row.seen}`} />
        <Ground id={id} texts={texts.ground} />
        <TextArea name={`reason:${id}`} label={texts.reason.label} hint={texts.reason.hint} rows={2} maxLength={texts.reason.mostChars} />
        <p className={styles.buttons}>
          {REPORTED_ACTS.map((act) => (
            <Button
              key={act}
              name="act"
              value={`${act}:${id}`}
              tone={act === "dismiss" ? "primary" : "plain"}
              small
              aria-describedby={`who-${id}`}
            >
              {texts.acts[act]}
            </Button>
          ))}
        </p>
      </fieldset>
    </li>
  );
}

function Report({ report, address, texts }: { report: ReportView; address: string | undefined; texts: ReportedTexts }) {
  const { id, when, reason, explanation, by, maskedAddress } = report;
  return (
    <li className={styles.report} id={`report-${id}`}>
      <p>
        <strong>{reason}</strong> <time dateTime={when.instant}>{when.written}</time> {by && <bdi>{by}</bdi>}
      </p>
      {explanation && <p className={desk.reason}>{explanation}</p>}
      {(address ?? maskedAddress) && (
        <p className={desk.soft}>
          {address ? <a href={`mailto:${address}`}>{address}</a> : maskedAddress}{" "}
          {!address && (
            <button className={desk.show} name="act" value={`reveal:${id}`} aria-describedby={`report-${id}`}>
              {texts.showAddress}
            </button>
          )}
        </p>
      )}
    </li>
  );
}
