import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Kept } from "./kept-text";
import styles from "./editor.module.css";

/** Says that the text shown was typed earlier and never stored, and offers the stored one. */
export function KeptNotice({ kept, onDiscard }: { kept: Kept; onDiscard: () => void }) {
  const t = useTranslations("posts");
  const format = useFormatter();
  return (
    <div className={styles.kept} role="status">
      <p>{t("kept", { time: format.dateTime(new Date(kept.at), { dateStyle: "medium", timeStyle: "short" }) })}</p>
      <Button type="button" small onClick={onDiscard}>
        {t("discardKept")}
      </Button>
    </div>
  );
}
