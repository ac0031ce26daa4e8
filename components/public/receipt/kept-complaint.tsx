import { getTranslations } from "next-intl/server";
import { TextArea } from "@/components/ui/field";

/** What somebody typed as a complaint that is not taken any more: to be copied. */
export async function KeptComplaint({ text }: { text: string }) {
  const t = await getTranslations("complaint");
  return <TextArea id="complaint-kept" label={t("kept")} hint={t("keptHint")} rows={4} readOnly defaultValue={text} />;
}
