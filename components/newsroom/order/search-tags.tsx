import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import styles from "./order.module.css";

/** Finds tags by a part of their name; a plain form, so that what was found has an address. */
export function SearchTags({ q, texts }: { q: string; texts: { search: string; filter: string } }) {
  return (
    <form action="/admin/tags" role="search" className={styles.search}>
      <Field label={texts.search} type="search" name="q" defaultValue={q} maxLength={80} />
      <Button>{texts.filter}</Button>
    </form>
  );
}
