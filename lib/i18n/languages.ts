/** How a language is written (BCP 47, without extensions): `de`, `de-AT`, `zh-Hant`. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A language without its country or script (`de-AT` → `de`). Takes a BCP 47 language. */
export function baseLanguage(lang: string): string {
  return lang.split("-")[0]?.toLowerCase() ?? "";
}

/** A language with its likeliest country as OpenGraph writes it (`de` → `de_DE`). Takes a BCP 47 language. */
export function openGraphLocale(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region ? `${language}_${region}` : language;
}

/** A language as another calls it (`de` in `en` → "German"). Takes two BCP 47 languages. */
export function languageName(lang: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(lang) ?? lang;
}

/** A language as those who speak it call it (`de` → "Deutsch"). Takes a BCP 47 language. */
export function ownName(lang: string): string {
  return languageName(lang, lang);
}
