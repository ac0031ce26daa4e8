import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/field";
import type { RelatablePost } from "@/lib/posts/newsroom";
import { MAX_RELATED } from "@/lib/posts/schema";
import type { Form } from "./form";
import type { Known } from "./known";
import { OrderedList } from "./ordered-list";
import { PostSearch } from "./post-search";
import { RelatedAround } from "./related-around";
import type { EditorActions, Standing } from "./view";
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
  const isFull = chosen.length >= MAX_RELATED;

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
      <PostSearch
        label={t("searchRelated")}
        chosen={chosen}
        find={actions.findRelated}
        not={standing?.id}
        onAdd={add}
        full={isFull ? t("full", { most: MAX_RELATED }) : undefined}
        problem={problem}
      />
      {standing && (
        <RelatedAround
          postId={standing.id}
          version={standing.version}
          chosen={chosen}
          isFull={isFull}
          actions={actions}
          onAdd={add}
          onExclude={(id) => choose(chosen.filter((each) => each !== id))}
        />
      )}
    </fieldset>
  );
}
