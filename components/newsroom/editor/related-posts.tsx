import { useEffect, useRef, useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { RelatablePost } from "@/lib/posts/newsroom";
import { MAX_RELATED } from "@/lib/posts/schema";
import type { Known } from "./known";
import { OrderedList } from "./ordered-list";
import { ask, type EditorActions } from "./view";
import styles from "./editor.module.css";

interface RelatedPostsProps {
  chosen: string[];
  /** The post itself, when it is stored: it is never offered. */
  postId: string | undefined;
  known: Known;
  find: EditorActions["findRelated"];
  onChange: (ids: string[]) => void;
  problem: string | undefined;
}

const PAUSE_MS = 250;

/** The Related Posts: found by a part of their title, put in order, taken away. */
export function RelatedPosts({ chosen, postId, known, find, onChange, problem }: RelatedPostsProps) {
  const t = useTranslations("posts");
  const [typed, setTyped] = useState("");
  const { found, isAsked } = useFound(typed, postId, find);
  const search = useRef<HTMLInputElement>(null);
  const offered = found.filter(({ id }) => !chosen.includes(id));

  function add(post: RelatablePost) {
    known.learnPost(post);
    onChange([...chosen, post.id]);
    setTyped("");
    // The button that was pressed is gone: the next search begins where one types.
    search.current?.focus();
  }
  const note = (post: RelatablePost | undefined) => (post && post.status !== "published" ? t("notPublic") : undefined);
  return (
    <fieldset className={styles.group}>
      <legend>{t("related")}</legend>
      <p className={styles.note}>{t("relatedHint")}</p>
      <OrderedList
        items={chosen.map((id) => ({ id, name: known.posts[id]?.title ?? t("chosenPost"), note: note(known.posts[id]) }))}
        onChange={onChange}
      />
      {chosen.length < MAX_RELATED && (
        <>
          <Field
            label={t("searchRelated")}
            type="search"
            ref={search}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            problem={problem}
          />
          <p role="status" className="visually-hidden">
            {isAsked && t("found", { count: offered.length })}
          </p>
          <ul role="list" className={styles.offered}>
            {offered.map((post) => (
              <li key={post.id}>
                <Button type="button" small aria-label={t("addRelated", { name: post.title })} onClick={() => add(post)}>
                  +
                </Button>
                <span>
                  <bdi>{post.title}</bdi> <span className={styles.note}>{note(post)}</span>
                </span>
              </li>
            ))}
          </ul>
          {isAsked && offered.length === 0 && <p className={styles.note}>{t("noneFound")}</p>}
        </>
      )}
    </fieldset>
  );
}

/** The posts whose title holds what is typed; asked when one pauses, the last answer counts. */
function useFound(typed: string, not: string | undefined, find: RelatedPostsProps["find"]) {
  const [answer, setAnswer] = useState<{ to: string; posts: RelatablePost[] }>({ to: "", posts: [] });
  const q = typed.trim();
  useEffect(() => {
    if (!q) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void ask(() => find({ q, not })).then((result) => {
        if (isCurrent && result.ok) setAnswer({ to: q, posts: result.posts });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [q, not, find]);
  return { found: q ? answer.posts : [], isAsked: q !== "" && answer.to === q };
}
