import { createHash } from "node:crypto";
import { shownText } from "@/lib/html/foreign";
import { parseHtml } from "@/lib/html/parse";
import { cleanLine, cutLine } from "@/lib/posts/clean-text";
import { textOf } from "@/lib/posts/document-text";
import { guessLanguage } from "@/lib/posts/guess-language";
import { blocksFromHtml } from "@/lib/posts/import-html";
import type { Source } from "@/lib/posts/import-source";
import type { WordPressExport, WordPressPost } from "@/lib/wordpress/export";
import type { Uploads } from "@/lib/wordpress/pictures";

/** Of a text without a title so many characters are one. */
const TITLE_CHARS = 80;

/**
 * A post of an export as the import takes posts: known by its site and number, whatever file it comes in. Takes the
 * export, the post, and where its pictures lie. The language is told by the words, else by the site.
 */
export async function sourceOf({ site, lang, pictures }: WordPressExport, post: WordPressPost, uploads: Uploads): Promise<Source> {
  const { title, excerpt, html } = post;
  const beside = {
    findAttachment: (id: string) => pictures.get(Number(id)) ?? null,
    noteOf: (id: string) => post.notes.get(id) ?? null,
  };
  const addresses: string[] = [];
  const note = (src: string) => {
    addresses.push(src);
    return null;
  };
  const linked = blocksFromHtml(html, note, beside);
  const paths = await uploads.pathsOf(addresses);
  const blocks = paths.size > 0 ? blocksFromHtml(html, (src) => paths.get(src) ?? null, beside) : linked;
  const text = blocks.map(textOf).join("\n");
  const path = pathOf(site, post);
  // Two of the same words are two all the same; and a picture that was not there the last time makes another text.
  const said = JSON.stringify([path, title, excerpt, html, [...post.notes], [...paths]]);
  return {
    path,
    hash: Buffer.from(createHash("sha256").update(said).digest()),
    title: plain(title) || cutLine(text, TITLE_CHARS)[0] || post.slug || post.id,
    standfirst: plain(excerpt),
    blocks,
    lang: guessLanguage(text) ?? lang,
  };
}

/** What a post is known by, whatever file it comes in. Takes its site, and the post. */
export function pathOf(site: string, { id }: Pick<WordPressPost, "id">): string {
  return `${site}/?p=${id}`;
}

/** Names and titles are HTML there: their text, in one line. */
export function plain(html: string): string {
  return cleanLine(shownText(parseHtml(html)));
}
