import { getTranslations } from "next-intl/server";
import styles from "./share-post.module.css";

/**
 * The ways to pass a post on: the system's share sheet and a copied link where the browser has them (share.ts shows
 * their buttons), and e-mail, which works without scripts. Nobody's script but ours. Takes the title and the whole address.
 */
export async function SharePost({ title, address }: { title: string; address: string }) {
  const t = await getTranslations("post.share");
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`;
  return (
    <>
      <div
        role="group"
        aria-label={t("label")}
        className={styles.share}
        data-share={address}
        data-title={title}
        data-copied={t("copied")}
        data-not-copied={t("notCopied", { url: address })}
      >
        <button type="button" data-by="sheet" hidden>
          {t("sheet")}
        </button>
        <button type="button" data-by="copy" hidden>
          {t("copy")}
        </button>
        <a href={mail}>{t("mail")}</a>
        <p aria-live="polite" />
      </div>
      {/* Not async, as boot.js (island.tsx). */}
      <script type="module" fetchPriority="low" src="/islands/share.js" />
    </>
  );
}
