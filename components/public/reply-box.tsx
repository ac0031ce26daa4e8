import { getTranslations } from "next-intl/server";
import { Island } from "@/components/public/island";
import { ReplyForm } from "@/components/public/reply-form.island";
import type { ReplyFormProps } from "@/components/public/reply-form-props";
import { replyTexts } from "@/components/public/reply-texts";
import type { Previewed, Refused } from "@/lib/server/bridge";
import type { SiteSettings } from "@/lib/settings/schema";
import styles from "./replies.module.css";
// Not a module: the island's own bundle names the same classes.
import "./reply-form.css";

interface ReplyBoxProps {
  postId: string;
  /** The address of the post's page; missing where the form stands alone. */
  path?: string;
  /** The page holds nothing else: the heading is then the page's own. */
  isAlone?: boolean;
  /** What the newsroom expects of a reply. */
  guidelines?: string;
  /** Where a mailed link must be opened after sending, that is said before. */
  commenters?: SiteSettings["commenters"];
  replyTo?: { id: string; name: string } | null;
  refused?: Refused;
  previewed?: Previewed;
}

/** "Leave a Reply": the form. A text that came back stays in it, even where replies are closed. */
export async function ReplyBox({ postId, path, isAlone, guidelines, commenters, replyTo = null, refused, previewed }: ReplyBoxProps) {
  const [texts, t] = [await replyTexts(), await getTranslations("replies")];
  const note = [guidelines, commenters === "proven" && t("provenOnly"), texts.note].filter(Boolean).join("\n\n");
  const form: ReplyFormProps = {
    postId,
    path,
    isAlone,
    parent: replyTo,
    typed: refused?.typed ?? previewed?.typed ?? {},
    failure: refused && { error: refused.error, fields: refused.fields, retryAfter: refused.retryAfter, endsAt: refused.endsAt },
    preview: previewed && { name: previewed.name, html: previewed.html },
    texts: { ...texts, note },
  };
  return (
    <section className={styles.reply} id="reply" aria-labelledby="reply-heading">
      <Island name="reply-form" component={ReplyForm} props={form} />
    </section>
  );
}
