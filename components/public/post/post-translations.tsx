import { getLocale } from "next-intl/server";
import { createTranslator } from "use-intl/core";
import { languageName } from "@/lib/i18n/languages";
import { interfaceLanguageFor, messagesOf } from "@/lib/i18n/messages";
import type { Translation } from "@/lib/posts/translations";
import styles from "./post-translations.module.css";

/**
 * The ways to a post in other languages, each told in its own, since it is for who reads that one; where the interface
 * does not speak it, in the page's. Without translations there is nothing.
 */
export async function PostTranslations({ translations }: { translations: Omit<Translation, "canonicalUrl">[] }) {
  if (translations.length === 0) return null;
  const locale = await getLocale();
  return (
    <ul role="list" className={styles.list}>
      {translations.map((post) => (
        <Way key={post.slug} {...post} locale={locale} />
      ))}
    </ul>
  );
}

function Way({ slug, lang, title, locale }: Omit<Translation, "canonicalUrl"> & { locale: string }) {
  const spoken = interfaceLanguageFor(lang);
  const t = createTranslator({ locale: spoken ?? locale, messages: messagesOf(spoken ?? locale), namespace: "post" });
  const language = languageName(lang, spoken ? lang : locale);
  const link = () => (
    <a href={`/${slug}`} hrefLang={lang} lang={lang} rel="alternate">
      {title}
    </a>
  );
  return <li lang={spoken ?? undefined}>{t.rich("alsoIn", { language, link })}</li>;
}
