"use client";
import type { ReactNode } from "react";
import desk from "@/components/newsroom/desk/desk.module.css";
import { Ground } from "@/components/newsroom/desk/ground";
import { LiveList } from "@/components/newsroom/desk/live-list";
import type { News } from "@/components/newsroom/desk/use-news";
import { NOTHING_DONE, type DeskState } from "@/components/newsroom/desk/view";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { DeskKeys } from "@/lib/comments/desk/keys";
import { REPORTED_ACTS, type ReportedTexts, type ReportedView, type ReportView } from "./view";
import styles from "./reported.module.css";

interface ReportedProps {
  /** Who looks at it, and the keys that they have. */
  me: string;
  keys: DeskKeys;
  rows: ReportedView[];
  /** What the list holds, and in which order. */
  intro: string;
  empty: string;
  texts: ReportedTexts;
  decide: (before: DeskState, form: FormData) => Promise<DeskState>;
}

/** What readers reported, a reply a row. */
export function Reported({ decide, ...list }: ReportedProps) {
  return (
    <LiveList {...list} act={decide} nothing={NOTHING_DONE} isGone={isGone} isUrgent={isUrgent}>
      {(row, { revealed }, beside, { reports }) => (
        <Row row={row} lastReport={reports[0]?.id} beside={beside} revealed={revealed} texts={list.texts} />
      )}
    </LiveList>
  );
}

/** Who decides on a reply decides on what was reported of it; that it waits again decides nothing. */
function isGone({ id, status }: ReportedView, { moved, settled }: News): boolean {
  const to = moved.get(id)?.to ?? status;
  return (to !== status && to !== "pending") || settled.has(id);
}

function isUrgent({ illegal }: ReportedView): boolean {
  return illegal !== null;
}

interface RowProps {
  row: ReportedView;
  /** The newest report that one has seen (lib/reports/dismiss.ts). */
  lastReport?: string;
  /** What others do with it meanwhile. */
  beside: ReactNode;
  revealed: DeskState["revealed"];
  texts: ReportedTexts;
}

function Row({ row, lastReport, beside, revealed, texts }: RowProps) {
  const { id, name, post } = row;
  return (
    <>
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
        {beside}
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
        <input type="hidden" name={`reports:${id}`} value={lastReport} />
        <Ground id={id} texts={texts.ground} />
        <TextArea name={`reason:${id}`} label={texts.reason.label} hint={texts.reason.hint} rows={2} maxLength={texts.reason.mostChars} />
        <p className={styles.buttons}>
          {REPORTED_ACTS.map((act) => (
            <Button
              key={act}
              name="act"
              value={`${act}:${id}`}
              data-key={act === "dismiss" ? "approve" : undefined}
              tone={act === "dismiss" ? "primary" : "plain"}
              small
              aria-describedby={`who-${id}`}
            >
              {texts.acts[act]}
            </Button>
          ))}
        </p>
      </fieldset>
    </>
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
