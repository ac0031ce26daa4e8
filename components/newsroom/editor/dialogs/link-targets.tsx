import { useEffect, useState } from "react";
import { useTranslations } from "next-intl";
import type { LinkTarget } from "@/lib/posts/link-targets";
import { linkInput } from "@/lib/posts/schema";
import { ask, type EditorActions } from "../view";
import styles from "./link-targets.module.css";

export type FindLinks = EditorActions["findLinks"];

interface LinkTargetsProps {
  /** What stands in the field for the address: words of a title, as long as it is no address. */
  typed: string;
  find: FindLinks;
  onPick: (target: LinkTarget) => void;
}

const PAUSE_MS = 250;

/** Posts and pages of this site whose title holds what is typed, each a button that takes it. */
export function LinkTargets({ typed, find, onPick }: LinkTargetsProps) {
  const t = useTranslations("write");
  const { targets, isAsked } = useTargets(typed, find);
  return (
    <div className={styles.targets}>
      <p role="status" className={isAsked && targets.length === 0 ? styles.none : "visually-hidden"}>
        {isAsked && t("targetsFound", { count: targets.length })}
      </p>
      <ul role="list" aria-label={t("targets")}>
        {targets.map((target) => (
          <li key={target.id}>
            <button type="button" className={styles.target} onClick={() => onPick(target)}>
              <bdi>{target.title}</bdi>
              <span className={styles.path}>
                {target.path}
                {!target.isPublic && ` ${t("notPublicYet")}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was found for the words; asked when one pauses, the last answer counts. */
function useTargets(typed: string, find: FindLinks) {
  const [answer, setAnswer] = useState<{ to: string; targets: LinkTarget[] }>({ to: "", targets: [] });
  const q = linkInput.safeParse({ href: typed }).success ? "" : typed.trim();
  useEffect(() => {
    if (!q) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void ask(() => find({ q })).then((result) => {
        if (isCurrent && result.ok) setAnswer({ to: q, targets: result.targets });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [q, find]);
  return { targets: q ? answer.targets : [], isAsked: q !== "" && answer.to === q };
}
