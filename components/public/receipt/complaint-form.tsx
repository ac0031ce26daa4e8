import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import form from "@/components/ui/form.module.css";
import styles from "./receipt.module.css";

interface ComplaintFormProps {
  /** The receipt's routes. */
  api: string;
  /** What is complained of; without one the decision on a report, the only one on its page. */
  statement: string | undefined;
  /** What is said before it; nothing where it stands alone. */
  how?: string;
  /** What was typed before it was refused, and why. */
  typed?: string;
  problem?: string;
}

/** The form of a complaint. */
export async function ComplaintForm({ api, statement, how, typed, problem }: ComplaintFormProps) {
  const t = await getTranslations("complaint");
  return (
    <form className={form.form} method="post" action={`${api}/complain#told`}>
      {how && <p>{how}</p>}
      {statement && <input type="hidden" name="statement" value={statement} />}
      <TextArea
        id={`complaint-${statement ?? "text"}`}
        name="text"
        label={t("label")}
        hint={t("hint")}
        rows={4}
        defaultValue={typed}
        problem={problem}
      />
      <div className={styles.acts}>
        <Button>{t("button")}</Button>
      </div>
      <p>{t("further")}</p>
    </form>
  );
}
