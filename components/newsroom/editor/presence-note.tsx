import { useFormatter, useTranslations } from "next-intl";
import type { EditedPost } from "./post-acts";
import { usePresence } from "./use-presence";
import styles from "./editor.module.css";

/** Who else has the post open, and that one of them has saved since this editor did: heard as it happens. */
export function PresenceNote({ edited }: { edited: EditedPost }) {
  const t = useTranslations("save");
  const format = useFormatter();
  const { standing, stale, writer } = edited;
  const presence = usePresence(standing?.id ?? null, writer.id);
  const names = presence?.others.map(({ name }) => name) ?? [];
  const isBehind = presence && standing && presence.version > standing.version && presence.savedBy && presence.savedBy.id !== writer.id;
  return (
    <div role="status" className={names.length > 0 ? styles.presence : undefined}>
      {names.length > 0 && <p>{t("alsoHere", { count: names.length, names: format.list(names) })}</p>}
      {isBehind && !stale && <p>{t("savedMeanwhile", { name: presence.savedBy?.name ?? "" })}</p>}
    </div>
  );
}
