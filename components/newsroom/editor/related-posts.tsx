import { useCallback, useRef, useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox, Field } from "@/components/ui/field";
import type { RelatablePost } from "@/lib/posts/newsroom";
import { MAX_RELATED } from "@/lib/posts/schema";
import type { Form } from "./form";
import type { Known } from "./known";
import { OrderedList } from "./ordered-list";
import { RelatedAround } from "./related-around";
import { useFound } from "./use-found";
import { ask, type EditorActions, type Standing } from "./view";
import styles from "./editor.module.css";

interface RelatedPostsProps {
  form: Form;
  /** The post itself, when it is stored: it is never offered. */
  standing: Standing | null;
  known: Known;
  actions: EditorActions;
  problem: string | undefined;
}

/** The Related Posts: found by a part of their title or taken from the proposals, put in order, chosen from both sides, taken away. */
export function RelatedPosts({ form, standing, known, actions, problem }: RelatedPostsProps) {
  const t = useTranslations("posts");
  const order = useTranslations("order");
  const chosen = form.watch("relatedIds") ?? [];
  const mutual = form.watch("mutualIds") ?? [];
  const [typed, setTyped] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const { findRelated } = actions;
  const not = standing?.id;
  const find = useCallback(
    async (q: string) => {
      const answer = await ask(() => findRelated({ q, not }));
      return answer.ok ? answer.posts : null;
    },
    [findRelated, not],
  );
  const { found, isAsked } = useFound(typed, find);
  const offered = found.filter(({ id }) => !chosen.includes(id));

  function choose(ids: string[]) {
    form.setValue("relatedIds", ids, { shouldDirty: true, shouldTouch: true });
    form.setValue(
      "mutualIds",
      mutual.filter((id) => ids.includes(id)),
      { shouldDirty: true },
    );
  }
  function add(post: RelatablePost) {
    known.learnPost(post);
    choose([...chosen, post.id]);
    setTyped("");
    // The button that was pressed is gone: the next search begins where one types.
    search.current?.focus();
  }
  function setMutual(id: string, isMutual: boolean) {
    form.setValue("mutualIds", isMutual ? [...mutual, id] : mutual.filter((each) => each !== id), { shouldDirty: true });
  }
  const note = (post: RelatablePost | undefined) => (post && post.status !== "published" ? t("notPublic") : undefined);
  return (
    <fieldset className={styles.group}>
      <legend>{t("related")}</legend>
      <p className={styles.note}>{t("relatedHint")}</p>
      <OrderedList
        items={chosen.map((id) => {
          const name = known.posts[id]?.title ?? t("chosenPost");
          const box = (
            <Checkbox
              label={order("mutual")}
              aria-label={order("mutualNamed", { name })}
              checked={mutual.includes(id)}
              onChange={(event) => setMutual(id, event.target.checked)}
            />
          );
          return { id, name, note: note(known.posts[id]), more: box };
        })}
        onChange={choose}
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
      {standing && (
        <RelatedAround
          postId={standing.id}
          version={standing.version}
          chosen={chosen}
          isFull={chosen.length >= MAX_RELATED}
          actions={actions}
          onAdd={add}
          onExclude={(id) => choose(chosen.filter((each) => each !== id))}
        />
      )}
    </fieldset>
  );
}
