import { useEffect, useRef, useState } from "react";
import { useFormatter, useTranslations } from "next-intl";
import { Comparison, type ComparedRow } from "@/components/newsroom/revisions/comparison";
import { Button } from "@/components/ui/button";
import type { Row } from "@/lib/posts/compare";
import type { EditablePost } from "@/lib/posts/editable";
import type { Form } from "./form";
import { merged, mergeOf, type Choice } from "./merge";
import { storedValues, type Values } from "./values";
import styles from "./editor.module.css";

interface StalePanelProps {
  form: Form;
  stored: EditablePost;
  /** Saves these fields over the stored ones; they stay a revision. */
  onMerge: (values: Values) => void;
  onTake: () => void;
}

/**
 * Somebody saved the post meanwhile: both texts side by side, and for each difference the choice which one stays. Until
 * it is made nothing is lost. The comparison is of the moment it was opened; while one goes on typing it can be renewed.
 */
export function StalePanel({ form, stored, onMerge, onTake }: StalePanelProps) {
  const t = useTranslations("save");
  const format = useFormatter();
  const heading = useRef<HTMLHeadingElement>(null);
  const [mine, setMine] = useState(() => form.getValues());
  const [choices, choose] = useState<Record<string, Choice>>({});
  useEffect(() => heading.current?.focus(), []);
  const merge = mergeOf(mine, storedValues(stored));
  const time = format.dateTime(new Date(stored.saved.at), { dateStyle: "medium", timeStyle: "short" });
  const rowOf = (key: string, name: string | null, row: Row<unknown>): ComparedRow => ({
    name,
    row,
    choice: !row.isSame && (
      <Choose
        name={`merge-${key}`}
        chosen={choices[key] ?? "mine"}
        options={name === null ? ["mine", "theirs", "both"] : ["mine", "theirs"]}
        onChoose={(choice) => choose((before) => ({ ...before, [key]: choice }))}
      />
    ),
  });
  return (
    <section className={styles.stale} aria-labelledby="stale-heading">
      <h2 id="stale-heading" tabIndex={-1} ref={heading}>
        {t("stale", { name: stored.saved.by ?? t("site"), time })}
      </h2>
      <p>{t("staleChoice")}</p>
      <Comparison
        left={t("yours")}
        right={t("theirs")}
        rows={[
          rowOf("title", t("title"), merge.title),
          rowOf("standfirst", t("standfirst"), merge.standfirst),
          ...merge.body.map((row, at) => rowOf(String(at), null, row)),
        ]}
        texts={{ same: t("sameTexts"), added: t("onlyTheirs"), removed: t("onlyYours") }}
      />
      <div className={styles.acts}>
        <Button
          type="button"
          tone="quiet"
          onClick={() => {
            setMine(structuredClone(form.getValues()));
            choose({});
          }}
        >
          {t("compareAgain")}
        </Button>
        <Button type="button" onClick={onTake}>
          {t("takeTheirs")}
        </Button>
        <Button type="button" tone="primary" onClick={() => onMerge(merged(mine, merge, choices))}>
          {t("saveMerged")}
        </Button>
      </div>
    </section>
  );
}

interface ChooseProps {
  name: string;
  chosen: Choice;
  options: Choice[];
  onChoose: (choice: Choice) => void;
}

function Choose({ name, chosen, options, onChoose }: ChooseProps) {
  const t = useTranslations("save");
  return (
    <fieldset className={styles.choose}>
      <legend className="visually-hidden">{t("whichStays")}</legend>
      {options.map((each) => (
        <label key={each}>
          <input type="radio" name={name} value={each} checked={chosen === each} onChange={() => onChoose(each)} />
          {t(`keep.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
