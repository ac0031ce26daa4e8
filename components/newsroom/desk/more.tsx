import { Button } from "@/components/ui/button";
import type { RowView } from "./view";
import styles from "./desk.module.css";

/** What is seldom done with a comment, one click away. */
export function More({ row: { id, more }, open }: { row: Pick<RowView, "id" | "more">; open: string }) {
  if (more.length === 0) return null;
  return (
    <details className={styles.rest}>
      <summary>{open}</summary>
      <p className={styles.more}>
        {more.map((act) => (
          <Button key={act.id} name="act" value={`${act.id}:${id}`} small aria-describedby={`who-${id}`}>
            {act.label}
          </Button>
        ))}
      </p>
    </details>
  );
}
