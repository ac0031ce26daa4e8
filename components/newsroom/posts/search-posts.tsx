import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import styles from "./posts.module.css";

interface SearchPostsProps {
  action: string;
  q: string;
  status: string;
  statuses: { id: string; name: string }[];
  texts: { search: string; status: string; all: string; filter: string };
}

/** Finds posts by title and status; a plain form, so that what was found has an address. */
export function SearchPosts({ action, q, status, statuses, texts }: SearchPostsProps) {
  return (
    <form action={action} role="search" className={styles.search}>
      <Field label={texts.search} type="search" name="q" defaultValue={q} maxLength={200} />
      <Select label={texts.status} name="status" defaultValue={status}>
        <option value="">{texts.all}</option>
        {statuses.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button>{texts.filter}</Button>
    </form>
  );
}
