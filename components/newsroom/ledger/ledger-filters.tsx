import { Button, ButtonLink } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import styles from "./ledger.module.css";

/** The acts that are done to one kind of thing. */
export interface ActGroup {
  label: string;
  acts: { id: string; name: string }[];
}

interface LedgerFiltersProps {
  action: string;
  /** What the address says, each name once. */
  asked: Record<string, string>;
  people: { id: string; name: string }[];
  groups: ActGroup[];
  /** The way back to everything; null where nothing is left out. */
  clearHref: string | null;
  texts: Record<"who" | "act" | "since" | "until" | "thing" | "all" | "filter" | "clear", string>;
}

/** Narrows the ledger; a plain form, so that what was found has an address and needs no JavaScript. */
export function LedgerFilters({ action, asked, people, groups, clearHref, texts }: LedgerFiltersProps) {
  return (
    <form action={action} role="search" className={styles.filters}>
      <Select label={texts.who} name="who" defaultValue={asked.who ?? ""}>
        <option value="">{texts.all}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={texts.act} name="act" defaultValue={asked.act ?? ""}>
        <option value="">{texts.all}</option>
        {groups.map(({ label, acts }) => (
          <optgroup key={label} label={label}>
            {acts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Field label={texts.since} name="since" type="date" defaultValue={asked.since ?? ""} />
      <Field label={texts.until} name="until" type="date" defaultValue={asked.until ?? ""} />
      <Field label={texts.thing} name="id" defaultValue={asked.id ?? ""} maxLength={200} autoComplete="off" spellCheck={false} />
      <p className={styles.buttons}>
        <Button>{texts.filter}</Button>
        {clearHref && (
          <ButtonLink href={clearHref} tone="quiet">
            {texts.clear}
          </ButtonLink>
        )}
      </p>
    </form>
  );
}
