import { Button, ButtonLink } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import styles from "./posts.module.css";

/** A filter: the query's name, its label, and what it offers; `all` is said of nothing chosen. */
export interface Filter {
  name: string;
  label: string;
  all: string;
  value: string;
  options: { id: string; name: string }[];
}

interface PostFiltersProps {
  action: string;
  q: string;
  filters: Filter[];
  /** What else the address says and stays: status and order. */
  kept: Record<string, string>;
  /** Whether some filter holds: they are then in sight, with a way back. */
  clearHref: string | null;
  texts: { search: string; more: string; filter: string; clear: string };
}

/** Finds posts by title and filters; a plain form, so that what was found has an address and needs no JavaScript. */
export function PostFilters({ action, q, filters, kept, clearHref, texts }: PostFiltersProps) {
  const offered = filters.filter(({ options }) => options.length > 0);
  return (
    <form action={action} role="search" className={styles.search}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={styles.find}>
        <Field label={texts.search} type="search" name="q" defaultValue={q} maxLength={200} />
        <Button>{texts.filter}</Button>
        {clearHref && (
          <ButtonLink href={clearHref} tone="quiet">
            {texts.clear}
          </ButtonLink>
        )}
      </div>
      {offered.length > 0 && (
        <details className={styles.filters} open={offered.some(({ value }) => value !== "")}>
          <summary>{texts.more}</summary>
          <div className={styles.fields}>
            {offered.map(({ name, label, all, value, options }) => (
              <Select key={name} label={label} name={name} defaultValue={value}>
                <option value="">{all}</option>
                {options.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.name}
                  </option>
                ))}
              </Select>
            ))}
          </div>
        </details>
      )}
    </form>
  );
}
