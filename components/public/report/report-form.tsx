import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox, Field, Select, TextArea } from "@/components/ui/field";
import form from "@/components/ui/form.module.css";
import { MAX_NAME_CHARS } from "@/lib/comments/schema";
import { fieldProblem } from "@/lib/i18n/too-long";
import { MAX_EXPLANATION_CHARS, REASONS, REPORT_FIELDS } from "@/lib/reports/schema";
import type { ErrorCode } from "@/lib/result";

interface ReportFormProps {
  /** Names the reply, and the report that this form makes. */
  formKey: string;
  typed?: Record<string, string>;
  wrong?: Record<string, ErrorCode[]>;
  /** Back to the reply; null where nobody sees it any more. */
  back: string | null;
}

/** The form of a report. A plain one: what was typed comes back with the page, and what the law asks for is said at each field. */
export async function ReportForm({ formKey, typed = {}, wrong = {}, back }: ReportFormProps) {
  const t = await getTranslations("report");
  const problems: Record<string, string | undefined> = {};
  for (const name of REPORT_FIELDS) {
    const [code] = wrong[name] ?? [];
    problems[name] = code === "required" ? t(`problems.${name}`) : await fieldProblem(code, LIMITS[name], typed[name]);
  }
  const common = (name: (typeof REPORT_FIELDS)[number]) => ({ id: `report-${name}`, name, problem: problems[name] });
  const text = (name: "explanation" | "name" | "email") => ({ ...common(name), defaultValue: typed[name] });
  return (
    <form className={form.form} method="post" action="/api/reports#told">
      <input type="hidden" name="key" value={formKey} />
      <Select {...common("reason")} label={t("reason")} required defaultValue={typed.reason ?? ""}>
        <option value="">{t("choose")}</option>
        {REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {t(`reasons.${reason}`)}
          </option>
        ))}
      </Select>
      <TextArea {...text("explanation")} label={t("explanation")} hint={t("explanationHint", { most: MAX_EXPLANATION_CHARS })} />
      <Field {...text("name")} label={t("name")} hint={t("nameHint")} autoComplete="name" />
      <Field {...text("email")} type="email" label={t("email")} hint={t("emailHint")} autoComplete="email" />
      <Checkbox
        {...common("goodFaith")}
        value="yes"
        label={t("goodFaith")}
        hint={t("goodFaithHint")}
        defaultChecked={Boolean(typed.goodFaith)}
      />
      <div className={form.actions}>
        <Button tone="primary">{t("send")}</Button>
        {back && (
          <ButtonLink tone="quiet" href={back}>
            {t("cancel")}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

const LIMITS: Partial<Record<(typeof REPORT_FIELDS)[number], number>> = {
  explanation: MAX_EXPLANATION_CHARS,
  name: MAX_NAME_CHARS,
};
