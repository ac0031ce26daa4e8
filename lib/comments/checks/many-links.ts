import type { Examined, Fired } from "@/lib/comments/checks/check";

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>()[\]]+/gi;
/** More are not told: by then it is clear. */
const MAX_TOLD = 4;

/** The text holds more links than the site's settings find usual: each beyond them speaks for spam. */
export function manyLinks({ comment, settings }: Examined): Fired[] {
  const links = Array.from(comment.body.matchAll(LINK), ({ 0: link, index }) => ({ begin: index, until: index + link.length }));
  const beyond = links.slice(settings.maxLinks, settings.maxLinks + MAX_TOLD);
  return beyond.map((part) => ({ rule: "manyLinks", field: "body", ...part, score: 2 }));
}
