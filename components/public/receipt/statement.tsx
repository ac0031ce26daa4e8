import type { ReactNode } from "react";
import { getFormatter, getTranslations } from "next-intl/server";
import type { OwnStatement } from "@/lib/statements/own";
import styles from "./receipt.module.css";

interface StatementProps {
  statement: OwnStatement;
  /** Whether the newsroom's own words stand above already. */
  isExplained: boolean;
  /** The complaint, or the way to it. */
  children: ReactNode;
}

/**
 * Why a reply is not public, or lacks part of its text: what was decided, what made somebody look, whether a machine decided, on what ground, and
 * what can be done (Regulation (EU) 2022/2065, article 17(3)).
 */
export async function Statement({ statement, isExplained, children }: StatementProps) {
  const [t, format] = await Promise.all([getTranslations("statement"), getFormatter()]);
  const { to, isEdit, isBeforeShown, wasPublic, ground, explanation, isAutomated, wasFlagged, wasReported, toldAt } = statement;
  const found = wasReported ? "reported" : wasFlagged ? "flagged" : "read";
  const date = format.dateTime(toldAt, { dateStyle: "long", timeStyle: "short" });
  const lines = [
    [
      "what",
      isEdit
        ? [t("takenOut"), t("takenOutOn", { date }), isBeforeShown && t("before")].filter(Boolean).join(" ")
        : `${t(wasPublic ? "takenOff" : "notPublished")} ${t(`states.${to}`, { date })}`,
    ],
    ["facts", t(`found.${found}`)],
    ["how", t(isAutomated ? "byRule" : "byPerson")],
    ["ground", t(`grounds.${ground}`)],
  ] as const;
  return (
    <>
      <dl className={styles.facts}>
        {lines.map(([term, text]) => (
          <div key={term}>
            <dt>{t(term)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {explanation && !isExplained && <blockquote>{explanation}</blockquote>}
      {children}
    </>
  );
}
