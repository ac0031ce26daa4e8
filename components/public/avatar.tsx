import { colourOf, drawingOf } from "./avatar-drawing";
import styles from "./avatar.module.css";

interface AvatarProps {
  name: string;
  /** What it is drawn from; null for comments that have none: they show initials. */
  bytes: Uint8Array | null;
  kind: "drawn" | "initials" | "off";
}

/** The picture beside a comment's name, for the eye alone: drawn on this site, or the name's initials, as the site wants it. */
export function Avatar({ name, bytes, kind }: AvatarProps) {
  if (kind === "off") return null;
  const look = `${styles.avatar} ${styles[`c${bytes ? colourOf(bytes) : 0}`]}`;
  if (kind === "initials" || !bytes) {
    return (
      <span className={look} aria-hidden>
        {initialsOf(name)}
      </span>
    );
  }
  return (
    <svg className={look} viewBox="0 0 4 4" aria-hidden>
      <path d={drawingOf(bytes)} />
    </svg>
  );
}

/** The first letters or figures of a name's first and last word; of a name without any, nothing. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.]*/gu) ?? [];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word = "") => /^.\p{M}*/u.exec(word)?.[0] ?? "")
    .join("")
    .toUpperCase();
}
