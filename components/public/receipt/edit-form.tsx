import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import form from "@/components/ui/form.module.css";
import styles from "./receipt.module.css";

interface EditFormProps {
  /** The receipt's own path, and that of its routes. */
  path: string;
  api: string;
  text: string;
  /** What the act must hear of what was seen. */
  seen: string;
  problem?: string;
}

/** The form that changes a reply's text. A plain form: what was typed comes back with the page. */
export async function EditForm({ path, api, text, seen, problem }: EditFormProps) {
  const t = await getTranslations("receipt.change");
  return (
    <form className={`${form.form} ${styles.edit}`} method="post" action={`${api}/edit#told`}>
      <input type="hidden" name="seen" value={seen} />
      <TextArea id="edit-body" name="body" label={t("label")} defaultValue={text} rows={10} required problem={problem} />
      <div className={styles.acts}>
        <Button tone="primary">{t("save")}</Button>
        <ButtonLink tone="quiet" href={path}>
          {t("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
