import { useState, type KeyboardEvent } from "react";
import { useTranslations } from "next-intl";
import { CategoryOptions, type CategoryChoice } from "@/components/newsroom/order/category-options";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { Form } from "./form";
import { ask, type EditorActions } from "./view";
import styles from "./editor.module.css";

interface CategoryFieldProps {
  form: Form;
  categories: CategoryChoice[];
  create: EditorActions["createCategory"];
  problem: string | undefined;
}

/** The category: one of those that are there, or a new one, which is chosen as soon as it is made. */
export function CategoryField({ form, categories, create, problem }: CategoryFieldProps) {
  const t = useTranslations("posts");
  const errors = useTranslations("errors");
  const [made, setMade] = useState<CategoryChoice[]>([]);
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const [refused, setRefused] = useState<string>();
  const known = new Set(categories.map(({ id }) => id));

  async function make() {
    const answer = await ask(() => create(name));
    if (!answer.ok) {
      setRefused(answer.error === "offline" ? t("offline") : errors(answer.fields?.name?.[0] ?? answer.error));
      return;
    }
    const { id } = answer;
    setMade((before) => [...before.filter((each) => each.id !== id), { id, name: answer.name, depth: 0 }]);
    setNaming(false);
    setName("");
    setRefused(undefined);
    // The option is there after the next render; the form's value does not wait for it.
    requestAnimationFrame(() => form.setValue("categoryId", id, { shouldDirty: true }));
  }
  function onEnter(event: KeyboardEvent) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void make();
  }
  return (
    <div className={styles.group}>
      <Select label={t("category")} {...form.register("categoryId")} problem={problem}>
        <option value="">{t("noCategory")}</option>
        <CategoryOptions categories={[...categories, ...made.filter(({ id }) => !known.has(id))]} />
      </Select>
      {isNaming ? (
        <div className={styles.inline}>
          <Field
            label={t("newCategoryName")}
            value={name}
            autoFocus
            onChange={(event) => setName(event.target.value)}
            onKeyDown={onEnter}
            problem={refused}
          />
          <Button type="button" small onClick={() => void make()}>
            {t("addCategory")}
          </Button>
          <Button type="button" small tone="quiet" onClick={() => setNaming(false)}>
            {t("cancel")}
          </Button>
        </div>
      ) : (
        <Button type="button" small onClick={() => setNaming(true)}>
          {t("newCategory")}
        </Button>
      )}
    </div>
  );
}
