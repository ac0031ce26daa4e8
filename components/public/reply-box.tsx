import { getTranslations } from "next-intl/server";
import { Island } from "@/components/public/island";
import { ReplyForm, type ReplyFormProps } from "@/components/public/reply-form.island";
import { replyTexts } from "@/components/public/reply-texts";
import type { Refused } from "@/lib/server/bridge";
import styles from "./replies.module.css";
// Not a module: the island's own bundle names the same classes.
import "./reply-form.css";

interface ReplyBoxProps {
  postId: string;
  /** The address of the post's page; missing where the form stands alone. */
  path?: string;
  /** The page holds nothing else: the heading is then the page's own. */
  isAlone?: boolean;
  replyTo?: { id: string; name: string } | null;
  refused?: Refused;
}

/** "Leave a Reply": the heading, what is said about the address, the form. A refused text stays in it. */
export async function ReplyBox({ postId, path, isAlone, replyTo, refused }: ReplyBoxProps) {
  const t = await getTranslations("replies");
  const form: ReplyFormProps = {
    postId,
    parentId: replyTo?.id ?? null,
    typed: refused?.typed ?? {},
    failure: refused ? { error: refused.error, fields: refused.fields } : null,
    texts: await replyTexts(),
  };
  const Heading = isAlone ? "h1" : "h2";
  return (
    <section className={styles.reply} id="reply" aria-labelledby="reply-heading">
      <Heading className={styles.heading} id="reply-heading">
        {replyTo ? t.rich("leaveTo", { name: () => <bdi>{replyTo.name}</bdi> }) : t("leave")}
      </Heading>
      {replyTo && path && (
        <p className={styles.cancel}>
          <a href={`${path}#reply`}>{t("cancel")}</a>
        </p>
      )}
      <p className={styles.note}>
        {t("notPublished")} {t("requiredMarked")}
      </p>
      <Island name="reply-form" component={ReplyForm} props={form} />
    </section>
  );
}
