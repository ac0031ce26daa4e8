import { getFormatter, getTranslations } from "next-intl/server";
import type { ComplaintAgain } from "@/lib/i18n/complaint-again";
import type { OwnStatement } from "@/lib/statements/own";
import { Complaint } from "./complaint";
import styles from "./receipt.module.css";
import { Statement } from "./statement";

interface StatementsProps {
  statements: OwnStatement[];
  /** What the newsroom says of the whole reply, which stands above already. */
  reason: string | null;
  /** The receipt's routes. */
  api: string;
  /** A complaint that was refused. */
  sent: ComplaintAgain["sent"];
}

/** Why a reply is not public, or not with all that it said: each decision with what can be done about it. Nothing where nothing was stated. */
export async function Statements({ statements, reason, api, sent }: StatementsProps) {
  const [t, format] = await Promise.all([getTranslations("statement"), getFormatter()]);
  const written = statements.map((statement) => {
    const { id, isEdit, wasPublic, explanation, toldAt } = statement;
    const what = isEdit ? "takenOut" : wasPublic ? "takenOff" : "notPublished";
    return {
      id,
      heading: t(`each.${what}`, { date: format.dateTime(toldAt, { dateStyle: "long", timeStyle: "short" }) }),
      content: (
        <Statement statement={statement} isExplained={!isEdit && explanation === reason}>
          <Complaint statement={statement} api={api} {...(sent.statement === id && { typed: sent.typed, problem: sent.problem })} />
        </Statement>
      ),
    };
  });
  const [first, ...others] = written;
  if (!first) return null;
  return (
    <section className={styles.part} aria-labelledby="statement">
      <h2 id="statement">{t("heading")}</h2>
      {others.length === 0
        ? first.content
        : written.map(({ id, heading, content }) => (
            <div key={id} className={styles.one} role="group" aria-labelledby={`statement-${id}`}>
              <h3 id={`statement-${id}`}>{heading}</h3>
              {content}
            </div>
          ))}
    </section>
  );
}
