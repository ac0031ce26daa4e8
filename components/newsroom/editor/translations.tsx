import { useCallback, useEffect, useState } from "react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { languageName } from "@/lib/i18n/languages";
import type { RelatablePost } from "@/lib/posts/newsroom";
import { PostSearch } from "./post-search";
import { ask, type EditorActions } from "./view";
import styles from "./editor.module.css";

interface TranslationsProps {
  kind: "post" | "page";
  postId: string;
  /** The post's language, as it is chosen now: none in the same is offered. */
  lang: string;
  actions: Pick<EditorActions, "translations" | "setTranslation" | "findRelated">;
}

/** The translations of a stored post: found by a part of their title, taken away. Each is done at once. */
export function Translations({ kind, postId, lang, actions }: TranslationsProps) {
  const t = useTranslations("posts");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [known, setKnown] = useState<RelatablePost[]>([]);
  const [problem, setProblem] = useState<string>();
  const { translations, setTranslation } = actions;
  const load = useCallback(
    () => ask(() => translations({ id: postId })).then((answer) => (answer.ok ? setKnown(answer.translations) : undefined)),
    [translations, postId],
  );
  useEffect(() => {
    void load();
  }, [load]);

  async function set(otherId: string, isTranslation: boolean) {
    const answer = await ask(() => setTranslation({ id: postId, otherId, isTranslation }));
    setProblem(answer.ok ? undefined : answer.error === "offline" ? t("offline") : errors(answer.error));
    if (answer.ok) await load();
  }
  const nameOf = (post: RelatablePost) => t("inLanguage", { name: post.title, language: languageName(post.lang, locale) });
  return (
    <fieldset className={styles.group}>
      <legend>{t("translations")}</legend>
      <p className={styles.note}>{t("translationsHint")}</p>
      <ul role="list" className={styles.offered}>
        {known.map((post) => (
          <li key={post.id} className={styles.proposal}>
            <span>
              <bdi>{nameOf(post)}</bdi> {post.status !== "published" && <span className={styles.note}>{t("notPublic")}</span>}
            </span>
            <Button
              type="button"
              small
              tone="quiet"
              aria-label={t("removeChosen", { name: post.title })}
              onClick={() => void set(post.id, false)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <PostSearch
        label={t("searchTranslations")}
        chosen={known.map(({ id }) => id)}
        find={actions.findRelated}
        not={postId}
        kind={kind}
        notLang={lang}
        nameOf={nameOf}
        onAdd={(post) => void set(post.id, true)}
        problem={problem}
      />
    </fieldset>
  );
}
