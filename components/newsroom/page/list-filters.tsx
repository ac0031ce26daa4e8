import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox, Field, Select } from "@/components/ui/field";
import styles from "./page.module.css";

/** A filter of which one is chosen: the query's name, its label, and what it offers; `all` is said of nothing chosen. */
export interface Filter {
  name: string;
  label: string;
  all: string;
  value: string;
  options: { id: string; name: string }[];
}

/** A filter that is typed; `problem` says why it was not understood. */
export interface TypedFilter {
  name: string;
  label: string;
  type: "text" | "date" | "email";
  value: string;
  hint?: string;
  problem?: string;
}

interface ListFiltersProps {
  action: string;
  q: string;
  filters: Filter[];
  typed?: TypedFilter[];
  /** A filter that was followed to by a link, and can be taken away only. */
  only?: { name: string; value: string; label: string };
  /** What else the address says and stays: status and order. */
  kept: Record<string, string>;
  /** Whether some filter holds: they are then in sight, with a way back. */
  clearHref: string | null;
  texts: { search: string; more: string; filter: string; clear: string };
}

/** Searches a list and narrows it by filters; a plain form, so that what was found has an address and needs no JavaScript. */
export function ListFilters({ action, q, filters, typed = [], only, kept, clearHref, texts }: ListFiltersProps) {
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
      {only && (
        <div className={styles.only}>
          <Checkbox label={only.label} name={only.name} value={only.value} defaultChecked />
        </div>
      )}
      {offered.length + typed.length > 0 && (
        <details className={styles.filters} open={[...offered, ...typed].some(({ value }) => value !== "")}>
          <summary>{texts.more}</summary>
          <div className={styles.fields}>
            {typed.map(({ name, value, ...rest }) => (
              <Field key={name} name={name} defaultValue={value} maxLength={254} autoComplete="off" spellCheck={false} {...rest} />
            ))}
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
