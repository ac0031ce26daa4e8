import type { getTranslations } from "next-intl/server";

/** The texts of the picker. `problems` are by code; `problems.other` is for what has none. */
export interface MediaPickerTexts {
  title: string;
  close: string;
  uploadHeading: string;
  file: string;
  fileHint: string;
  alt: string;
  altHint: string;
  upload: string;
  uploading: string;
  making: string;
  progress: string;
  caption: string;
  credit: string;
  search: string;
  existing: string;
  none: string;
  more: string;
  loading: string;
  problems: Record<string, string> & { network: string; other: string };
}

/** The picker's texts in the site's language. Takes the messages of `media` and `errors`. */
export function mediaPickerTexts(
  t: Awaited<ReturnType<typeof getTranslations<"media">>>,
  errors: Awaited<ReturnType<typeof getTranslations<"errors">>>,
): MediaPickerTexts {
  return {
    title: t("title"),
    close: t("close"),
    uploadHeading: t("uploadHeading"),
    file: t("file"),
    fileHint: t("fileHint"),
    alt: t("alt"),
    altHint: t("altHint"),
    upload: t("upload"),
    uploading: t("uploading"),
    making: t("making"),
    progress: t("progress"),
    caption: t("caption"),
    credit: t("credit"),
    search: t("search"),
    existing: t("existing"),
    none: t("none"),
    more: t("more"),
    loading: t("loading"),
    problems: {
      required: t("problems.required"),
      tooLong: t("problems.tooLong"),
      network: t("problems.network"),
      other: t("problems.other"),
      altRequired: errors("altRequired"),
      notAPicture: errors("notAPicture"),
      pictureTooLarge: errors("pictureTooLarge"),
      tooLarge: errors("pictureTooLarge"),
      forbidden: errors("forbidden"),
    },
  };
}
