import { getFormatter, getTranslations } from "next-intl/server";
import receipt from "@/components/public/receipt/receipt.module.css";
import { Complaint } from "@/components/public/receipt/complaint";
import type { ComplaintAgain } from "@/lib/i18n/complaint-again";
import type { OwnReport } from "@/lib/reports/own";

interface ReportReceiptProps {
  report: OwnReport;
  /** The receipt's routes. */
  api: string;
  /** A complaint that was refused. */
  complaint: ComplaintAgain["sent"];
}

/** What came of a report, for who sent it: nothing of the reply itself. */
export async function ReportReceipt({ report, api, complaint }: ReportReceiptProps) {
  const [t, format] = [await getTranslations("report"), await getFormatter()];
  const { post, told, reason, createdAt, decidedAt } = report;
  const steps = [
    { step: "sent", at: createdAt },
    { step: decidedAt ? "decided" : "reading", at: decidedAt },
  ] as const;
  return (
    <>
      <p className={receipt.to}>
        {post ? t.rich("receipt.to", { post: () => <span lang={post.lang}>{post.title}</span> }) : t("receipt.toGone")}
      </p>
      <p className={receipt.fate} id={report.complaint ? undefined : "told"} role="status">
        {t(`receipt.${told ?? "waiting"}`)}
      </p>
      {(told === "dismissed" || told === "cut" || report.complaint) && (
        <Complaint statement={{ ...report, isCut: told === "cut" }} api={api} typed={complaint.typed} problem={complaint.problem} />
      )}
      <p>{t("receipt.reason", { reason: t(`reasons.${reason}`) })}</p>
      <ol className={receipt.steps} role="list" aria-label={t("receipt.steps")}>
        {steps.map(({ step, at }) => (
          <li key={step} data-step={step} aria-current={at ? undefined : "step"}>
            <span>{t(`receipt.${step}`)}</span>
            {at && <time dateTime={at.toISOString()}>{format.dateTime(at, { dateStyle: "long", timeStyle: "short" })}</time>}
          </li>
        ))}
      </ol>
      <p>
        {t("receipt.byPeople")} {t("receipt.keep")}
      </p>
      {post && (
        <p>
          <a href={`/${post.slug}`}>{t("receipt.back")}</a>
        </p>
      )}
    </>
  );
}
