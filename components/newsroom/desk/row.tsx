import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Answer } from "./answer";
import { AskFirst } from "./ask-first";
import type { Piece } from "./pieces";
import { Edit } from "./edit";
import { Edits } from "./edits";
import { More } from "./more";
import { Rejection } from "./rejection";
import { Where } from "./where";
import type { DeskState, DeskTexts, RowView } from "./view";
import choose from "@/components/newsroom/page/bulk-bar.module.css";
import styles from "./desk.module.css";

interface RowProps {
  row: RowView;
  /** Whether it was acted on so that it leaves the list: it is hidden until that is answered. */
  isLeaving: boolean;
  /** What others do with it meanwhile. */
  beside: ReactNode;
  /** The whole address, once it was shown. */
  address: string | undefined;
  /** What came of the last act, if it changed this one's text. */
  edited?: DeskState["edited"];
  texts: DeskTexts;
}

/** One comment: who wrote it where and when, what it says, and what can be said of it. */
export function Row({ row, beside, isLeaving, address, edited, texts }: RowProps) {
  const { id, name, text, rest } = row;
  return (
    <li className={styles.row} data-row={id} tabIndex={-1} hidden={isLeaving}>
      <label className={styles.check}>
        <input type="checkbox" name="id" value={id} className={choose.tick} disabled={isLeaving} />
        <span className="visually-hidden">{row.select}</span>
      </label>
      <div className={styles.who} id={`who-${id}`}>
        <p className={styles.name} title={name}>
          <bdi>{name}</bdi>
        </p>
        <Address row={row} address={address} texts={texts} />
        {row.trusted && <p className={styles.trusted}>{row.trusted}</p>}
        {row.website && <p className={styles.soft}>{row.website}</p>}
        {beside}
      </div>
      <div className={styles.what}>
        <Where row={row} />
        {row.answers && (
          <details className={styles.rest}>
            <summary>{row.answers.label}</summary>
            <blockquote className={styles.reason} lang={row.post.lang}>
              {row.answers.text}
            </blockquote>
          </details>
        )}
        <p className={styles.text} lang={row.post.lang}>
          <Marked pieces={text} />
        </p>
        {rest.length > 0 && (
          <details className={styles.rest}>
            <summary>{texts.showRest}</summary>
            <p className={styles.text} lang={row.post.lang}>
              <Marked pieces={rest} />
            </p>
          </details>
        )}
        <ul role="list" className={styles.links}>
          {row.links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        {row.found && <p className={styles.found}>{row.found}</p>}
        {row.reason && (
          <p className={styles.reason}>
            <span className={styles.soft}>{texts.reason.given}</span> {row.reason}
          </p>
        )}
        <Edits edits={row.edits} lang={row.post.lang} texts={texts.edit} />
        {row.history.length > 0 && (
          <details className={styles.rest}>
            <summary>{row.historyLabel}</summary>
            <ol role="list" className={styles.soft}>
              {row.history.map(({ when, what }, at) => (
                <li key={at}>
                  <time dateTime={when.instant}>{when.written}</time> {what}
                </li>
              ))}
            </ol>
          </details>
        )}
        <div className={styles.further}>
          {row.reply && <Answer id={id} send={row.reply} texts={texts.reply} describedBy={`who-${id}`} />}
          {row.source !== null && (
            <Edit
              id={id}
              source={row.source}
              seen={row.seen}
              isReported={row.isReported}
              lastReport={row.lastReport}
              edited={edited}
              texts={texts.edit}
              describedBy={`who-${id}`}
            />
          )}
          {row.acts.some((act) => act.id === "reject") && <Rejection id={id} texts={texts.reason} describedBy={`who-${id}`} />}
          {(row.status === "spam" || row.status === "trash") && (
            <AskFirst act={`delete:${id}`} texts={texts.deleting} describedBy={`who-${id}`} />
          )}
          <More row={row} open={texts.more} />
        </div>
      </div>
      <p className={styles.acts}>
        {row.acts.map((act) => (
          <Button key={act.id} name="act" value={`${act.id}:${id}`} tone={TONES[act.id]} small aria-describedby={`who-${id}`}>
            {act.label}
          </Button>
        ))}
      </p>
    </li>
  );
}

/** A text with what the checks fired on marked. */
function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, isMarked }, index) => (isMarked ? <mark key={index}>{text}</mark> : text));
}

const TONES = { approve: "primary", unapprove: "plain", reject: "plain", spam: "plain", trash: "quiet" } as const;

function Address({ row, address, texts }: Pick<RowProps, "row" | "address" | "texts">) {
  if (address) {
    return (
      <p className={styles.soft}>
        <a href={`mailto:${address}`}>{address}</a>
      </p>
    );
  }
  if (!row.maskedAddress) return null;
  return (
    <p className={styles.soft}>
      {row.maskedAddress}{" "}
      <button className={styles.show} name="act" value={`reveal:${row.id}`} aria-describedby={`who-${row.id}`}>
        {texts.showAddress}
      </button>
    </p>
  );
}
