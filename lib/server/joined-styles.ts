const FOLDER = "/_next/static/chunks/";
/** A style sheet of the build in a page's head, as Next writes it. Its names are of these letters. */
const LINK = /<link rel="stylesheet" href="\/_next\/static\/chunks\/([\w.~-]+)\.css"[^>]*>/g;
const ADDRESS = /^\/_next\/static\/chunks\/([\w.~-]+(?:![\w.~-]*)+)\.css$/;

/**
 * Has a page ask for one style sheet where Next cut it into many: on a slow line each costs a round trip before anything
 * is seen. The address names the parts, so that every instance can answer it, and lies in their folder, which their own
 * addresses start from. Takes the HTML.
 */
export function joinStyles(html: string): string {
  const names = [...html.matchAll(LINK)].map(([, name]) => name);
  if (names.length < 2) return html;
  let isFirst = true;
  return html.replace(LINK, () => {
    const link = isFirst ? `<link rel="stylesheet" href="${FOLDER}${names.join("!")}.css"/>` : "";
    isFirst = false;
    return link;
  });
}

/** The addresses of the style sheets that the one at this address is made of, in their order; null for other addresses. */
export function partsOfStyles(url: string): string[] | null {
  const names = ADDRESS.exec(url)?.[1]?.split("!");
  return names ? names.map((name) => `${FOLDER}${name}.css`) : null;
}
