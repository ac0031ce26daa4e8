import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import styles from "./media.module.css";

/** Finds pictures by their texts and files' names; a plain form, so that what was found has an address. */
export function SearchPictures({ q, texts }: { q: string; texts: { search: string; find: string } }) {
  return (
    <form action="/admin/media" role="search" className={styles.search}>
      <Field label={texts.search} type="search" name="q" defaultValue={q} maxLength={200} />
      <Button>{texts.find}</Button>
    </form>
  );
}
