import { useCallback, useRef, useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { RelatablePost } from "@/lib/posts/newsroom";
import { useFound } from "./use-found";
import { ask, type EditorActions } from "./view";
import styles from "./editor.module.css";

interface PostSearchProps {
  label: string;
  /** Posts that are not offered: they are chosen already. */
  chosen: string[];
  /** The server action that finds posts by a part of their title. */
  find: EditorActions["findRelated"];
  /** A post that is never offered, and whether only public ones are. */
  not?: string;
  isPublic?: boolean;
  /** Static pages in the place of posts; a language in which none is offered. */
  kind?: "post" | "page";
  notLang?: string;
  /** What a found post is called; its title alone unless it is told. */
  nameOf?: (post: RelatablePost) => string;
  onAdd: (post: RelatablePost) => void;
  /** Says that no more fit in; nothing is looked for then. */
  full?: string;
  problem?: string;
}

/** Finds posts by a part of their title; each that is found is added by its button. */
export function PostSearch(props: PostSearchProps) {
  const { label, chosen, find, not, isPublic, kind, notLang, nameOf = titleOf, onAdd, full, problem } = props;
  const t = useTranslations("posts");
  const [typed, setTyped] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const findPosts = useCallback(
    async (q: string) => {
      const answer = await ask(() => find({ q, not, isPublic, kind, notLang }));
      return answer.ok ? answer.posts : null;
    },
    [find, not, isPublic, kind, notLang],
  );
  const { found, isAsked } = useFound(typed, findPosts);
  const offered = found.filter(({ id }) => !chosen.includes(id));

  function add(post: RelatablePost) {
    onAdd(post);
    setTyped("");
    // The button that was pressed is gone: the next search begins where one types.
    search.current?.focus();
  }
  return (
    <>
      <Field
        label={label}
        hint={full}
        type="search"
        ref={search}
        value={typed}
        // Not taken away: the focus of who added the last one stays here.
        readOnly={full !== undefined}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        problem={problem}
      />
      <p role="status" className="visually-hidden">
        {full ?? (isAsked && t("found", { count: offered.length }))}
      </p>
      <ul role="list" className={styles.offered}>
        {offered.map((post) => (
          <li key={post.id}>
            <Button type="button" small aria-label={t("addRelated", { name: post.title })} onClick={() => add(post)}>
              +
            </Button>
            <span>
              <bdi>{nameOf(post)}</bdi> {post.status !== "published" && <span className={styles.note}>{t("notPublic")}</span>}
            </span>
          </li>
        ))}
      </ul>
      {isAsked && offered.length === 0 && <p className={styles.note}>{t("noneFound")}</p>}
    </>
  );
}

function titleOf({ title }: RelatablePost): string {
  return title;
}
