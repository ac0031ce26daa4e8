/**
 * Takes Next's scripts out of a readers' page (DESIGN.md §5). They, their preloads and Next's style sheets carry this
 * render's nonce; JSON-LD and our own scripts carry none and stay, and so does a script that came in with content:
 * `script-src 'self'` blocks it. Takes the HTML and the nonce.
 */
export function withoutFramework(html: string, nonce: string): string {
  const ours = ` nonce="${nonce}"`;
  return html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (script, attributes: string) => (attributes.includes(ours) ? "" : script))
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "")
    .replaceAll(ours, "");
}

/** The same for the `link` header: without preloads of scripts and style sheets, which the head asks for as one, and the nonce. Returns undefined when nothing is left. */
export function linksWithoutFramework(header: string, nonce: string): string | undefined {
  const links = header.split(/,\s*(?=<)/).filter((link) => !/;\s*as="?(script|style)\b/.test(link) && !/;\s*rel="?preconnect\b/.test(link));
  return links.map((link) => link.replace(new RegExp(`;\\s*nonce="?${nonce}"?`), "")).join(", ") || undefined;
}

/** Whether a page waits for scripts to be whole: a Suspense boundary left open, metadata that came late. */
export function waitsForScripts(html: string): boolean {
  return html.includes('<template id="B:');
}
