import { getFormatter, getTranslations } from "next-intl/server";
import type { OwnStatement } from "@/lib/statements/own";
import { ComplaintForm } from "./complaint-form";
import styles from "./receipt.module.css";

interface ComplaintProps {
  /** What is complained of; without an id the decision on a report, the only one on its page: perhaps that only a part was taken out. */
  statement: Pick<OwnStatement, "complaint" | "complainUntil" | "newerAt"> &
    Partial<Pick<OwnStatement, "id" | "isOut">> & { isCut?: boolean };
  /** The receipt's routes. */
  api: string;
  /** What was typed before it was refused, and why. */
  typed?: string;
  problem?: string;
}

/** The complaint of a decision: the way to it, that it waits, or its answer (Regulation (EU) 2022/2065, article 20). */
export async function Complaint({ statement, api, typed, problem }: ComplaintProps) {
  const [t, format] = await Promise.all([getTranslations("complaint"), getFormatter()]);
  const { id, complaint, complainUntil, isOut, isCut, newerAt } = statement;
  if (complaint?.outcome && complaint.outcome !== "withdrawn") {
    return (
      <>
        <p className={styles.agreed}>
          {t(complaint.outcome)} {complaint.outcome === "overturned" && isOut && t("staysOut")}
          {newerAt && t(id ? "stillOff" : "stillOn", { date: format.dateTime(newerAt, { dateStyle: "long", timeStyle: "short" }) })}
        </p>
        <figure className={styles.reason}>
          <figcaption>{t("answer")}</figcaption>
          <blockquote>{complaint.answer}</blockquote>
        </figure>
        <p>{t("further")}</p>
      </>
    );
  }
  if (complaint) return <p className={styles.agreed}>{t("waiting")}</p>;
  if (!complainUntil) return <p>{t("further")}</p>;
  return (
    <ComplaintForm
      api={api}
      statement={id}
      how={t(isCut ? "howMore" : "how", { date: format.dateTime(complainUntil, { dateStyle: "long" }) })}
      typed={typed}
      problem={problem}
    />
  );
}
