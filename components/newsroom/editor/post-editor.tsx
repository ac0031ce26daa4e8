"use client";
import { useEffect, useState, useSyncExternalStore, type SubmitEvent } from "react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { postInput, type PostFields } from "@/lib/posts/schema";
import { ActBar } from "./act-bar";
import { KeptNotice } from "./kept-notice";
import { useKnown } from "./known";
import { MetaFields } from "./meta-fields";
import { Outcome } from "./outcome";
import { PresenceNote } from "./presence-note";
import { StalePanel } from "./stale-panel";
import { TextFields } from "./text-fields";
import { usePostActs } from "./post-acts";
import { usePost } from "./use-post";
import { openPost } from "./use-saving";
import type { Values } from "./values";
import type { EditorPage } from "./view";
import styles from "./editor.module.css";

type EditorProps = EditorPage & { media: MediaPickerTexts };

/** The editor of one post. It is made in the browser alone: before its scripts run there is no field to lose text in. */
export function PostEditor(props: EditorProps) {
  const t = useTranslations("posts");
  const isBrowser = useSyncExternalStore(
    watchNothing,
    () => true,
    () => false,
  );
  // Back leads to the first page of a post that has an address of its own by now: Next shows that page again, which is empty.
  const [isPast] = useState(() => isBrowser && !props.post && !location.pathname.endsWith("/new"));
  useEffect(() => {
    if (isPast) location.reload();
  }, [isPast]);
  if (isBrowser && !isPast) return <Editor {...props} />;
  return (
    <div className={styles.waiting}>
      <p>{t("opening")}</p>
      <noscript>
        <p>{t("needsScript")}</p>
      </noscript>
    </div>
  );
}

const watchNothing = () => () => undefined;

function Editor({ media, ...page }: EditorProps) {
  const { post, kind } = page;
  const [opened] = useState(() => openPost(page));
  const [isShowingKept, showKept] = useState(opened.kept !== null);
  const [isSlugChosen, chooseSlug] = useState(post !== null && (post.publishedAt !== null || post.fields.slug !== ""));
  /** Grows when the text is replaced from outside: the rich text then begins anew. */
  const [edition, setEdition] = useState(0);
  const known = useKnown(post);
  const form = useForm<Values, unknown, PostFields>({
    mode: "onTouched",
    resolver: zodResolver(postInput),
    defaultValues: opened.kept?.values ?? opened.stored,
  });
  const edited = usePostActs(usePost(form, page, opened, isSlugChosen), page.actions);

  function replaceText() {
    setEdition((before) => before + 1);
    showKept(false);
  }
  async function takeStored() {
    if (edited.stale) known.learnFrom(edited.stale);
    if (await edited.takeStored()) replaceText();
  }
  async function merge(values: Values) {
    if (edited.stale) known.learnFrom(edited.stale);
    form.reset(values);
    replaceText();
    await edited.overwrite();
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    // A form in a dialog lies elsewhere in the page, but inside this one for React.
    if (event.target === event.currentTarget) void edited.save();
  }
  return (
    <form className={styles.editor} onSubmit={submit} noValidate>
      <ActBar edited={edited} kind={kind} mayPublish={page.mayPublish} />
      <PresenceNote edited={edited} />
      {isShowingKept && opened.kept && (
        <KeptNotice
          kept={opened.kept}
          onDiscard={() => {
            edited.discardKept();
            replaceText();
          }}
        />
      )}
      {edited.stale && (
        <StalePanel
          key={edited.stale.version}
          form={form}
          stored={edited.stale}
          onMerge={(values) => void merge(values)}
          onTake={() => void takeStored()}
        />
      )}
      <div className={styles.columns}>
        <TextFields key={edition} form={form} isSlugChosen={isSlugChosen} media={media} findLinks={page.actions.findLinks} />
        <MetaFields form={form} page={page} known={known} standing={edited.standing} onSlugChosen={() => chooseSlug(true)} media={media} />
      </div>
      <Outcome edited={edited} />
    </form>
  );
}
