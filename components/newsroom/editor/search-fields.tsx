import { useTranslations } from "next-intl";
import { Field, TextArea } from "@/components/ui/field";
import type { Form } from "./form";
import { useProblem } from "./problem";
import styles from "./editor.module.css";

/** So much of each is usually shown by search engines. */
const SHOWN_TITLE_CHARS = 60;
const SHOWN_DESCRIPTION_CHARS = 160;

/** What search engines read instead of title and standfirst, as they would show it, and where the text stood first. */
export function SearchFields({ form, siteUrl }: { form: Form; siteUrl: string }) {
  const t = useTranslations("order");
  const problem = useProblem(form);
  const [title, standfirst, slug, seoTitle, seoDescription] = form.watch(["title", "standfirst", "slug", "seoTitle", "seoDescription"]);
  const shown = { title: seoTitle?.trim() || title, description: seoDescription?.trim() || standfirst || "" };
  return (
    <details className={styles.more}>
      <summary>{t("searchEngines")}</summary>
      <div className={styles.group}>
        <div className={styles.snippet} role="group" aria-label={t("snippet")}>
          <p className={styles.address}>
            {siteUrl}
            {slug}
          </p>
          <p className={styles.snippetTitle}>{cut(shown.title, SHOWN_TITLE_CHARS) || "…"}</p>
          <p className={styles.note}>{cut(shown.description, SHOWN_DESCRIPTION_CHARS)}</p>
        </div>
        <Field
          label={t("seoTitle")}
          hint={t("seoTitleHint", { most: SHOWN_TITLE_CHARS })}
          {...form.register("seoTitle")}
          problem={problem("seoTitle")}
        />
        <TextArea
          label={t("seoDescription")}
          rows={3}
          hint={t("seoDescriptionHint", { most: SHOWN_DESCRIPTION_CHARS })}
          {...form.register("seoDescription")}
          problem={problem("seoDescription")}
        />
        <Field
          label={t("canonicalUrl")}
          type="url"
          hint={t("canonicalUrlHint")}
          {...form.register("canonicalUrl")}
          problem={problem("canonicalUrl")}
        />
      </div>
    </details>
  );
}

function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}
