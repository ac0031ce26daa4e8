import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import styles from "./page.module.css";

interface FindInListProps {
  /** The list's own address. */
  action: string;
  q: string;
  texts: { search: string; find: string };
}

/** Finds entries of a list by a part of their text; a plain form, so that what was found has an address. */
export function FindInList({ action, q, texts }: FindInListProps) {
  return (
    <form action={action} role="search" className={`${styles.search} ${styles.find}`}>
      <Field label={texts.search} type="search" name="q" defaultValue={q} maxLength={200} />
      <Button>{texts.find}</Button>
    </form>
  );
}
