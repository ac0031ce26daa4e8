import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/field";
import { OrderedList } from "./ordered-list";
import type { Choice } from "./view";
import styles from "./editor.module.css";

interface ByLinesProps {
  writers: Choice[];
  chosen: string[];
  onChange: (ids: string[] | undefined) => void;
  problem: string | undefined;
}

/** Who wrote the post, in the order of the by-line. */
export function ByLines({ writers, chosen, onChange, problem }: ByLinesProps) {
  const t = useTranslations("posts");
  const names = new Map(writers.map(({ id, name }) => [id, name]));
  return (
    <fieldset className={styles.group}>
      <legend>{t("byLines")}</legend>
      <OrderedList
        items={chosen.map((id) => ({ id, name: names.get(id) ?? t("formerColleague") }))}
        onChange={(ids) => onChange(ids.length ? ids : undefined)}
      />
      <Select label={t("addByLine")} value="" onChange={(event) => onChange([...chosen, event.target.value])} problem={problem}>
        <option value="">{t("choose")}</option>
        {writers
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </Select>
    </fieldset>
  );
}
