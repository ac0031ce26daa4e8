import type { ReactNode } from "react";
import { getFormatter, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { commentPath } from "@/lib/comments/address";
import type { OwnReply } from "@/lib/comments/own";
import type { ComplaintAgain } from "@/lib/i18n/complaint-again";
import { Letter } from "./letter";
import { Original } from "./original";
import { OneButton } from "./one-button";
import styles from "./receipt.module.css";
import { Statements } from "./statements";
import { Steps } from "./steps";

interface ReceiptProps {
  reply: OwnReply;
  /** The receipt's own path, and that of its routes. */
  path: string;
  api: string;
  /** A complaint that was refused. */
  complaint: ComplaintAgain["sent"];
  /** The part that tells by e-mail. */
  children: ReactNode;
}

/** What became of a reply, the reply, and everything that its author can do with it: for its author alone. */
export async function Receipt({ reply, path, api, complaint, children }: ReceiptProps) {
  const t = await getTranslations("receipt");
  const { post, fate, reason, statements, name, html } = reply;
  const isGone = fate === "withdrawn" || fate === "deleted";
  return (
    <>
      {post && <p className={styles.to}>{t.rich("to", { post: () => <span lang={post.lang}>{post.title}</span> })}</p>}
      <p className={styles.fate} id="reply" data-fate={fate} role="status">
        {t(fate)}
      </p>
      {reply.awaitsProof && <p>{t("awaitsProof", { address: reply.maskedAddress ?? "" })}</p>}
      {reply.isHeld && <p>{t("held")}</p>}
      {reason && (
        <figure className={styles.reason}>
          <figcaption>{t("reason")}</figcaption>
          <blockquote>{reason}</blockquote>
        </figure>
      )}
      <Steps reply={reply} />
      {!isGone && <Letter name={name} html={html} lang={post?.lang} />}
      {!isGone && <Original edits={reply.edits} lang={post?.lang} />}
      {post && (
        <p>
          {fate === "published" ? <a href={commentPath(post.slug, reply.id)}>{t("see")}</a> : <a href={`/${post.slug}`}>{t("back")}</a>}
        </p>
      )}
      {!isGone && (
        <div className={styles.parts}>
          <Statements statements={statements} reason={reason} api={api} sent={complaint} />
          {reply.edit && <Change edit={reply.edit} path={path} />}
          {children}
          <Keep reply={reply} api={api} />
          <Data reply={reply} path={path} api={api} />
        </div>
      )}
    </>
  );
}

async function Change({ edit, path }: { edit: NonNullable<OwnReply["edit"]>; path: string }) {
  const [t, format] = await Promise.all([getTranslations("receipt.change"), getFormatter()]);
  return (
    <section className={styles.part} aria-labelledby="change">
      <h2 id="change">{t("heading")}</h2>
      <p>{edit.until ? t("until", { time: format.dateTime(edit.until, { timeStyle: "short" }) }) : t("waiting")}</p>
      <p>
        <ButtonLink href={`${path}/edit`}>{t("button")}</ButtonLink>
      </p>
    </section>
  );
}

async function Keep({ reply, api }: { reply: OwnReply; api: string }) {
  const t = await getTranslations("receipt.keep");
  return (
    <section className={styles.part} aria-labelledby="keep">
      <h2 id="keep">{t("heading")}</h2>
      <p>{t("text")}</p>
      {reply.maskedAddress && <OneButton action={`${api}/mail-link#told`} label={t("button")} />}
    </section>
  );
}

async function Data({ reply, path, api }: { reply: OwnReply; path: string; api: string }) {
  const t = await getTranslations("receipt.data");
  return (
    <section className={styles.part} aria-labelledby="data">
      <h2 id="data">{t("heading")}</h2>
      <p>{t("text")}</p>
      <div className={styles.acts}>
        <ButtonLink href={`${api}/data`} download>
          {t("download")}
        </ButtonLink>
        {reply.maskedAddress && <OneButton action={`${api}/mail-all#told`} label={t("all")} />}
        <ButtonLink tone="danger" href={`${path}/withdraw`}>
          {t("withdraw")}
        </ButtonLink>
      </div>
    </section>
  );
}
