import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { Field, TextArea } from "@/components/ui/field";
import { slugOf } from "@/lib/posts/slug";
import type { Form } from "./form";
import { useProblem } from "./problem";
import { RichText } from "./rich-text";
import type { FindLinks } from "./dialogs/link-targets";
import styles from "./editor.module.css";

interface TextFieldsProps {
  form: Form;
  isSlugChosen: boolean;
  media: MediaPickerTexts;
  findLinks: FindLinks;
}

/** What is read: title, standfirst, text. */
export function TextFields({ form, isSlugChosen, media, findLinks }: TextFieldsProps) {
  const t = useTranslations("posts");
  const problem = useProblem(form);
  const title = form.register("title", {
    onChange: () => {
      if (!isSlugChosen) form.setValue("slug", slugOf(form.getValues("title")));
    },
  });
  return (
    <div className={styles.text}>
      <Field label={t("title")} required {...title} problem={problem("title")} />
      <TextArea
        label={t("standfirst")}
        rows={3}
        hint={t("standfirstHint")}
        {...form.register("standfirst")}
        problem={problem("standfirst")}
      />
      <Controller
        control={form.control}
        name="body"
        render={({ field }) => (
          <RichText
            label={t("body")}
            content={field.value}
            lang={form.getValues("lang")}
            problem={problem("body")}
            media={media}
            findLinks={findLinks}
            onChange={field.onChange}
            focusRef={field.ref}
          />
        )}
      />
    </div>
  );
}
