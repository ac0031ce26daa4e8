import { useEffect, useRef } from "react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { EditablePost } from "@/lib/posts/editable";
import type { Form } from "./form";
import styles from "./editor.module.css";

interface StalePanelProps {
  form: Form;
  stored: EditablePost;
  onOverwrite: () => void;
  onTake: () => void;
}

/** Somebody saved the post meanwhile: both texts side by side, and the choice between them. Until it is made nothing is lost. */
export function StalePanel({ form, stored, onOverwrite, onTake }: StalePanelProps) {
  const t = useTranslations("posts");
  const format = useFormatter();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { title, standfirst, body } = form.getValues();
  const time = format.dateTime(new Date(stored.saved.at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <section className={styles.stale} aria-labelledby="stale-heading">
      <h2 id="stale-heading" tabIndex={-1} ref={heading}>
        {stored.saved.by ? t("staleBy", { name: stored.saved.by, time }) : t("stale", { time })}
      </h2>
      <p>{t("staleChoice")}</p>
      <div className={styles.versions}>
        <Version heading={t("yours")} title={title} standfirst={standfirst ?? ""} text={plainText(body)} />
        <Version
          heading={t("theirs")}
          title={stored.fields.title}
          standfirst={stored.fields.standfirst}
          text={plainText(stored.fields.body)}
        />
      </div>
      <div className={styles.acts}>
        <Button type="button" onClick={onTake}>
          {t("takeTheirs")}
        </Button>
        <Button type="button" tone="danger" onClick={onOverwrite}>
          {t("overwrite")}
        </Button>
      </div>
    </section>
  );
}

function Version({ heading, title, standfirst, text }: { heading: string; title: string; standfirst: string; text: string }) {
  return (
    <article>
      <h3>{heading}</h3>
      <p className={styles.versionTitle}>{title}</p>
      {standfirst && <p>{standfirst}</p>}
      <div className={styles.versionText} tabIndex={0} role="region" aria-label={heading}>
        {text}
      </div>
    </article>
  );
}

/** The words of a document, block by block. */
function plainText(node: unknown): string {
  if (typeof node !== "object" || node === null) return "";
  if ("text" in node && typeof node.text === "string") return node.text;
  if (!("content" in node) || !Array.isArray(node.content)) return "type" in node && node.type === "hardBreak" ? "\n" : "";
  const isInline = "type" in node && ["paragraph", "heading", "codeBlock"].includes(String(node.type));
  return node.content.map(plainText).join(isInline ? "" : "\n\n");
}
