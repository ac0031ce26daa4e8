import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { PostEditor } from "@/components/newsroom/editor/post-editor";
import { mediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { requireActor } from "@/lib/auth";
import { languageName } from "@/lib/i18n/languages";
import { editablePost, editorChoices } from "@/lib/posts/newsroom";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import * as actions from "./actions";

interface EditPostProps {
  kind: "post" | "page";
  id?: string;
  /** What stands between the page's heading and the editor. */
  children?: ReactNode;
}

/** The editor with what it needs: for a new post or page (no id), or for one that is there and the actor's to change. */
export async function EditPost({ kind, id, children }: EditPostProps) {
  const actor = await requireActor();
  const [choices, found, { locale, languages: offered }] = await Promise.all([
    editorChoices(actor),
    id ? editablePost(actor, id) : null,
    siteSettings(),
  ]);
  if (!choices.ok || (found && !found.ok) || (kind === "page" && !choices.mayChooseByLines)) notFound();
  const post = found?.post ?? null;
  if (post && post.kind !== kind) notFound();
  const [t, media, errors, messages] = await Promise.all([
    getTranslations("posts"),
    getTranslations("media"),
    getTranslations("errors"),
    getMessages(),
  ]);
  const languages = [...new Set([...offered, ...(post ? [post.fields.lang] : [])])].map((code) => ({
    id: code,
    name: languageName(code, locale),
  }));
  return (
    <>
      <h1>{t(post ? (kind === "page" ? "editPage" : "editPost") : kind === "page" ? "newPage" : "newPost")}</h1>
      {children}
      <NextIntlClientProvider
        locale={await getLocale()}
        messages={{
          posts: messages.posts,
          save: messages.save,
          order: messages.order,
          errors: messages.errors,
          limits: messages.limits,
          write: messages.write,
        }}
      >
        <PostEditor
          key={post?.id ?? "new"}
          kind={kind}
          post={post}
          categories={choices.categories}
          writers={choices.writers}
          mayChooseByLines={choices.mayChooseByLines}
          mayPublish={choices.mayPublish}
          languages={languages}
          lang={locale}
          actor={{ id: actor.id, name: actor.name }}
          siteUrl={siteAddress("/")}
          media={mediaPickerTexts(media, errors)}
          actions={{
            update: actions.update,
            publish: actions.publish,
            submit: actions.submit,
            withdraw: actions.withdraw,
            preview: actions.preview,
            createCategory: actions.addCategory,
            createTag: actions.addTag,
            findTags: actions.findTagsFor,
            findRelated: actions.findRelated,
            relatedAround: actions.around,
            excludeRelated: actions.exclude,
            translations: actions.translations,
            setTranslation: actions.translate,
            findLinks: actions.findLinks,
          }}
        />
      </NextIntlClientProvider>
    </>
  );
}
