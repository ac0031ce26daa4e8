import { useCallback, useEffect, useState, type ReactNode } from "react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { RelatedAround as Around } from "@/lib/posts/proposals";
import { ask, type EditorActions } from "./view";
import styles from "./editor.module.css";

interface RelatedAroundProps {
  postId: string;
  /** Grows with each save: what is close to the post may have changed. */
  version: number;
  chosen: string[];
  isFull: boolean;
  actions: Pick<EditorActions, "relatedAround" | "excludeRelated">;
  onAdd: (post: Around["proposed"][number]) => void;
  onExclude: (id: string) => void;
}

const PAUSE_MS = 1000;

/** What the site proposes and why, what chose this post from the other side, and what is never proposed. */
export function RelatedAround({ postId, version, chosen, isFull, actions, onAdd, onExclude }: RelatedAroundProps) {
  const t = useTranslations("order");
  const posts = useTranslations("posts");
  const errors = useTranslations("errors");
  const [around, setAround] = useState<Around | null>(null);
  const [problem, setProblem] = useState<string>();
  const { relatedAround, excludeRelated } = actions;
  const load = useCallback(async () => {
    const answer = await ask(() => relatedAround({ id: postId }));
    if (answer.ok) setAround(answer.around);
  }, [relatedAround, postId]);
  useEffect(() => {
    // While one types, saves come every two seconds: the proposals wait for a pause.
    const timer = setTimeout(() => void load(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [load, version]);

  async function exclude(relatedId: string, isExcluded: boolean) {
    const answer = await ask(() => excludeRelated({ id: postId, relatedId, isExcluded }));
    setProblem(answer.ok ? undefined : answer.error === "offline" ? posts("offline") : errors(answer.error));
    if (!answer.ok) return;
    if (isExcluded) onExclude(relatedId);
    await load();
  }
  if (!around) return null;
  const proposed = around.proposed.filter(({ id }) => !chosen.includes(id));
  return (
    <div className={styles.group} role="group" aria-label={t("proposals")}>
      <p className={styles.subtitle}>{t("proposals")}</p>
      {problem && <p className={styles.note}>{problem}</p>}
      {proposed.length === 0 && <p className={styles.note}>{t("noProposals")}</p>}
      <ul role="list" className={styles.offered}>
        {proposed.map((post) => (
          <li key={post.id} className={styles.proposal}>
            <span>
              <bdi>{post.title}</bdi>
              <span className={styles.reasons}>{post.reasons.map((reason) => t(`reasons.${reason}`)).join(" · ")}</span>
            </span>
            <span className={styles.moves}>
              {!isFull && (
                <Button type="button" small aria-label={posts("addRelated", { name: post.title })} onClick={() => onAdd(post)}>
                  +
                </Button>
              )}
              <Button
                type="button"
                small
                tone="quiet"
                aria-label={t("excludeNamed", { name: post.title })}
                onClick={() => void exclude(post.id, true)}
              >
                {t("exclude")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Others title={t("mutualFrom")} posts={around.mutual} />
      <Others
        title={t("excluded")}
        posts={around.excluded}
        act={(post) => (
          <Button
            type="button"
            small
            tone="quiet"
            aria-label={t("readmitNamed", { name: post.title })}
            onClick={() => void exclude(post.id, false)}
          >
            {t("readmit")}
          </Button>
        )}
      />
    </div>
  );
}

interface OthersProps {
  title: string;
  posts: Around["excluded"];
  act?: (post: Around["excluded"][number]) => ReactNode;
}

function Others({ title, posts, act }: OthersProps) {
  if (posts.length === 0) return null;
  return (
    <>
      <p className={styles.subtitle}>{title}</p>
      <ul role="list" className={styles.offered}>
        {posts.map((post) => (
          <li key={post.id} className={styles.proposal}>
            <bdi>{post.title}</bdi>
            {act?.(post)}
          </li>
        ))}
      </ul>
    </>
  );
}
