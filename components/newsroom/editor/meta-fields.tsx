import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { Checkbox, Field, Select } from "@/components/ui/field";
import type { Form } from "./form";
import { ByLines } from "./by-lines";
import { CategoryField } from "./category-field";
import type { Known } from "./known";
import { LeadPicture } from "./lead-picture";
import { useProblem } from "./problem";
import { RelatedPosts } from "./related-posts";
import { SearchFields } from "./search-fields";
import { TagField } from "./tag-field";
import { Translations } from "./translations";
import type { EditorPage, Standing } from "./view";
import styles from "./editor.module.css";

interface MetaFieldsProps {
  form: Form;
  page: EditorPage;
  known: Known;
  standing: Standing | null;
  onSlugChosen: () => void;
  media: MediaPickerTexts;
}

/** What stands around the text: address, language, category, by-lines, lead picture, tags, Related Posts, replies, translations, search engines. */
export function MetaFields({ form, page, known, standing, onSlugChosen, media }: MetaFieldsProps) {
  const t = useTranslations("posts");
  const order = useTranslations("order");
  const problem = useProblem(form);
  const isPost = page.kind === "post";
  const slug = form.watch("slug");
  return (
    <div className={styles.meta}>
      <div>
        <Field
          label={t("slug")}
          hint={standing?.wasPublic ? t("slugMoves") : t("slugHint")}
          autoCapitalize="off"
          spellCheck={false}
          {...form.register("slug", { onChange: onSlugChosen })}
          problem={problem("slug")}
        />
        <p className={styles.address}>
          {page.siteUrl}
          {slug || "…"}
        </p>
      </div>
      <Select label={t("language")} {...form.register("lang")} problem={problem("lang")}>
        {page.languages.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {isPost && (
        <CategoryField form={form} categories={page.categories} create={page.actions.createCategory} problem={problem("categoryId")} />
      )}
      {isPost && page.mayChooseByLines && (
        <Controller
          control={form.control}
          name="authorIds"
          render={({ field }) => (
            <ByLines writers={page.writers} chosen={field.value ?? []} onChange={field.onChange} problem={problem("authorIds")} />
          )}
        />
      )}
      <Controller
        control={form.control}
        name="leadMediaId"
        render={({ field }) => (
          <LeadPicture id={field.value ?? null} known={known} onChange={field.onChange} media={media} problem={problem("leadMediaId")} />
        )}
      />
      {isPost && (
        <>
          <Controller
            control={form.control}
            name="tagIds"
            render={({ field }) => (
              <TagField
                chosen={field.value ?? []}
                known={known}
                actions={page.actions}
                onChange={field.onChange}
                problem={problem("tagIds")}
              />
            )}
          />
          <RelatedPosts form={form} standing={standing} known={known} actions={page.actions} problem={problem("relatedIds")} />
          <Checkbox label={t("commentsOpen")} hint={t("commentsOpenHint")} {...form.register("commentsOpen")} />
          <Field
            label={order("closeAfterDays")}
            type="number"
            min={0}
            max={36_500}
            hint={order("closeAfterDaysHint")}
            {...form.register("closeAfterDays")}
            problem={problem("closeAfterDays")}
          />
        </>
      )}
      {standing && <Translations kind={page.kind} postId={standing.id} lang={form.watch("lang")} actions={page.actions} />}
      <SearchFields form={form} siteUrl={page.siteUrl} />
    </div>
  );
}
