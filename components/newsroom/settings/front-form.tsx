"use client";
import { useState } from "react";
import { useTranslations } from "next-intl";
import { OrderedList } from "@/components/newsroom/editor/ordered-list";
import { PostSearch } from "@/components/newsroom/editor/post-search";
import type { EditorActions } from "@/components/newsroom/editor/view";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert } from "@/components/ui/alert";
import { FormEnd } from "@/components/ui/form-end";
import form from "@/components/ui/form.module.css";
import type { FormState } from "@/lib/i18n/form-state";
import type { RelatablePost } from "@/lib/posts/newsroom";
import { ListField, type ArrangedList } from "./arrange-form";
import styles from "./arrange.module.css";

/** A place of the front page that posts are chosen for. */
interface PostPlace {
  title: string;
  hint: string;
  search: string;
  chosen: RelatablePost[];
}

interface FrontFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  find: EditorActions["findRelated"];
  lead: PostPlace;
  seconds: PostPlace & { most: number };
  sections: ArrangedList;
  texts: Parameters<typeof ListField>[0]["texts"] & { submit: string };
}

/** The front page: the post that opens it, those under it, and the categories that follow its list. */
export function FrontForm({ action, find, lead, seconds, sections, texts }: FrontFormProps) {
  const t = useTranslations("posts");
  const [state, send, isSending] = useFormAct(action);
  const [leads, setLeads] = useState(lead.chosen);
  const [others, setOthers] = useState(seconds.chosen);
  const common = { find, chosen: [...leads, ...others].map(({ id }) => id) };
  return (
    <form action={send} className={`${form.form} ${styles.form}`}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <input type="hidden" name="frontLeadId" value={leads[0]?.id ?? ""} />
      <PostsField
        {...common}
        place={lead}
        posts={leads}
        onChange={setLeads}
        onAdd={(post) => setLeads([post])}
        problem={state.problems?.frontLeadId}
      />
      <input type="hidden" name="frontSecondIds" value={JSON.stringify(others.map(({ id }) => id))} />
      <PostsField
        {...common}
        place={seconds}
        posts={others}
        onChange={setOthers}
        onAdd={(post) => setOthers([...others, post])}
        full={others.length >= seconds.most ? t("full", { most: seconds.most }) : undefined}
        problem={state.problems?.frontSecondIds}
      />
      <ListField list={sections} problem={state.problems?.[sections.field]} texts={texts} />
      <FormEnd submit={texts.submit} isSending={isSending} done={state.done} />
    </form>
  );
}

interface PostsFieldProps {
  place: PostPlace;
  posts: RelatablePost[];
  /** What stands on the page already, here or elsewhere. */
  chosen: string[];
  find: EditorActions["findRelated"];
  onChange: (posts: RelatablePost[]) => void;
  onAdd: (post: RelatablePost) => void;
  /** Says that no more fit in. */
  full?: string;
  problem?: string;
}

function PostsField({ place, posts, chosen, find, onChange, onAdd, full, problem }: PostsFieldProps) {
  const t = useTranslations("posts");
  const byId = new Map(posts.map((post) => [post.id, post]));
  return (
    <fieldset className={styles.list}>
      <legend>{place.title}</legend>
      <p className={styles.hint}>{place.hint}</p>
      <OrderedList
        items={posts.map(({ id, title, status }) => ({ id, name: title, note: status === "published" ? undefined : t("notPublic") }))}
        onChange={(ids) => onChange(ids.flatMap((id) => byId.get(id) ?? []))}
      />
      <PostSearch label={place.search} chosen={chosen} find={find} isPublic onAdd={onAdd} full={full} problem={problem} />
    </fieldset>
  );
}
