"use client";
import { useTranslations } from "next-intl";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { useWrongField } from "@/components/newsroom/form/use-wrong-field";
import { Part } from "@/components/newsroom/page/page";
import { Alert } from "@/components/ui/alert";
import { FormFields } from "@/components/ui/form-fields";
import { FormEnd } from "@/components/ui/form-end";
import form from "@/components/ui/form.module.css";
import type { FormState } from "@/lib/i18n/form-state";
import type { Picture } from "@/lib/media/schema";
import { FocalPlace } from "./focal-place";

interface ChangeFormProps {
  picture: Picture;
  action: (before: FormState, form: FormData) => Promise<FormState>;
}

/** Changes what is told of a picture, and the place that crops keep. */
export function ChangeForm({ picture, action }: ChangeFormProps) {
  const t = useTranslations("media");
  const [state, send, isSending] = useFormAct(action);
  const element = useWrongField(state);
  const fields = [
    { name: "alt", label: t("alt"), hint: t("altHint"), required: true, value: picture.alt },
    { name: "caption", label: t("caption"), hint: t("captionHint"), value: picture.caption, rows: 3 },
    { name: "credit", label: t("credit"), hint: t("creditHint"), value: picture.credit },
  ];
  return (
    <form ref={element} action={send} className={form.form}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <input type="hidden" name="id" value={picture.id} />
      <Part title={t("focalHeading")} intro={t("focalIntro")}>
        <FocalPlace picture={picture} key={picture.edition} />
      </Part>
      <Part title={t("textsHeading")} intro={t("textsIntro")}>
        <div className={`${form.form} ${form.narrow}`}>
          <FormFields fields={fields} typed={state.typed} problems={state.problems} />
          <FormEnd submit={t("save")} isSending={isSending} done={state.done} />
        </div>
      </Part>
    </form>
  );
}
