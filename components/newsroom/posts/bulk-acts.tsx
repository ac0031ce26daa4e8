import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import type { PostDeskTexts } from "./view";
import styles from "./posts.module.css";

interface BulkActsProps {
  categories: { id: string; name: string }[];
  texts: PostDeskTexts;
  /** The checkbox that stands for all: the list keeps it in step with the others. */
  all: RefObject<HTMLInputElement | null>;
  isBusy: boolean;
}

/** Chooses all posts of the page, and what is done with the chosen ones. Which category is only asked where it counts (CSS alone). */
export function BulkActs({ categories, texts, all, isBusy }: BulkActsProps) {
  return (
    <div className={styles.bulk}>
      <label className={styles.selectAll}>
        <input type="checkbox" name="all" ref={all} />
        {texts.selectAll}
      </label>
      <select name="act" defaultValue="" aria-label={texts.bulkActions}>
        <option value="">{texts.choose}</option>
        {texts.acts.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <select name="categoryId" defaultValue="" aria-label={texts.newCategory} className={styles.whichCategory}>
        <option value="">{texts.noCategory}</option>
        {categories.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button small aria-disabled={isBusy}>
        {texts.apply}
      </Button>
    </div>
  );
}
