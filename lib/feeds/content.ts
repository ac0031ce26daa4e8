/** A tag as lib/posts/render writes it: attributes in double quotes, `<` and `>` in them escaped. */
const TAG = /<[a-z][^>]*>/g;
const PICTURE = /<picture>(?:<source[^>]*>)*(<img[^>]*>)<\/picture>/g;

/**
 * A post's text for where it is read away from the site: every address whole, each picture as one `img`. Takes HTML made
 * by `renderDocument` or `renderComment`, and the whole address of the page on which it stands.
 */
export function feedHtml(html: string, page: string): string {
  return html
    .replace(PICTURE, "$1")
    .replace(TAG, (tag) =>
      tag
        .replace(/ (srcset|sizes|loading|decoding)="[^"]*"/g, "")
        .replace(/ (href|src)="((?:\/|#)[^"]*)"/g, (_, name: string, path: string) => ` ${name}="${new URL(path, page).href}"`),
    );
}
