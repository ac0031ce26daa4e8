import { useFormatter, useTranslations } from "next-intl";
import type { EditedPost } from "./post-acts";
import styles from "./editor.module.css";

/**
 * How far the text has come, beside the status. Nobody is interrupted while all is well: screen readers are told only that
 * the server is not reached, and that it is again.
 */
export function SaveMark({ edited }: { edited: EditedPost }) {
  const t = useTranslations("save");
  const format = useFormatter();
  const { saving, standing } = edited;
  const isWaiting = standing?.status === "published" && standing.appliedVersion < standing.version;
  return (
    <div className={styles.mark} data-save={saving.is}>
      {saving.is === "kept" ? (
        <Kept edited={edited} />
      ) : (
        <span>
          {saving.is === "stored"
            ? saving.at
              ? t("storedAt", { time: format.dateTime(saving.at, { timeStyle: "medium" }) })
              : standing && t("stored")
            : t("storing")}
        </span>
      )}
      {isWaiting && <span className={styles.waitingMark}>{t("waiting")}</span>}
    </div>
  );
}

function Kept({ edited: { saving, writer } }: { edited: EditedPost }) {
  const t = useTranslations("save");
  if (saving.is !== "kept") return null;
  if (!saving.isOnDevice) return <span role="alert">{t("deviceFull")}</span>;
  if (saving.why === "staleVersion") return <span>{t("keptForChoice")}</span>;
  if (saving.why === "signedOut")
    return (
      <span role="alert">
        {t("keptSignedOut", { name: writer.name })}{" "}
        <a href="/admin/sign-in" target="_blank" rel="opener">
          {t("signIn")}
        </a>
      </span>
    );
  return <span role="alert">{t(saving.why === "offline" ? "keptOffline" : "keptRefused")}</span>;
}
