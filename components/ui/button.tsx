import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";

/** How loud a button is: the page's one main act, an ordinary one, one that takes something away, one beside text. */
export type ButtonTone = "primary" | "plain" | "danger" | "quiet";

interface Look {
  tone?: ButtonTone;
  small?: boolean;
}

/** A button; `type` is "submit" where nothing else is said. Takes its tone, and whether it stands in a dense row. */
export function Button({ tone = "plain", small, className, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" {...rest} className={look({ tone, small }, className)} />;
}

/** A link that looks like a button, for what leads somewhere and changes nothing. */
export function ButtonLink({ tone = "plain", small, className, ...rest }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...rest} className={look({ tone, small }, className)} />;
}

function look({ tone = "plain", small }: Look, more?: string): string {
  return [styles.button, styles[tone], small && styles.small, more].filter(Boolean).join(" ");
}
