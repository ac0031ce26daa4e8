import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import styles from "./desk.module.css";

interface FreshProps {
  count: number;
  urgent: number;
  show: () => void;
}

/** How much new of a list is kept back, told at once but not in the way, with the button that shows it. */
export function Fresh({ count, urgent, show }: FreshProps) {
  const t = useTranslations("desk");
  return (
    <div className={styles.fresh} aria-live="polite">
      {count > 0 && (
        <Button type="button" tone="primary" small onClick={show}>
          {t("fresh", { count, urgent })}
        </Button>
      )}
    </div>
  );
}
