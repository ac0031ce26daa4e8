/** What a mail says: paragraphs, somebody's words, the one thing to do, and what stands below it. */
export interface Letter {
  lang: string;
  greeting: string;
  paragraphs: string[];
  /** What somebody wrote, as plain text with its line breaks. */
  quote?: string;
  action?: { label: string; url: string };
  footer: string;
  /** How such mails end, where somebody asked for them. */
  end?: { label: string; url: string };
}

/** A letter as plain text: what to do stands in a line of its own, a quote behind the marks that mail programs know (RFC 3676 §4.5). */
export function letterText({ greeting, paragraphs, quote, action, footer, end }: Letter): string {
  const quoted = quote === undefined ? [] : [quote.replace(/^/gm, "> ")];
  const todo = action ? [`${action.label}:\n${action.url}`] : [];
  return `${[greeting, ...paragraphs, ...quoted, ...todo, `-- \n${footer}${end ? `\n${end.label}: ${end.url}` : ""}`].join("\n\n")}\n`;
}

/** The same as simple HTML, which needs no picture and no style of another host. */
export function letterHtml({ lang, greeting, paragraphs, quote, action, footer, end }: Letter): string {
  const lines = [greeting, ...paragraphs].map((text) => `<p>${escapeHtml(text)}</p>`);
  if (quote !== undefined) lines.push(quoteHtml(quote));
  if (action) lines.push(actionHtml(action));
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<body style="margin:0;padding:24px;background:#ffffff;color:#17191c;font:16px/1.5 Arial,Helvetica,sans-serif">
<div style="max-width:32em;border-top:6px solid #ffcc00;padding-top:16px">
${lines.join("\n")}
<p style="font-size:13px;color:#4c4f55">${escapeHtml(footer)}${end ? endHtml(end) : ""}</p>
</div>
</body>
</html>
`;
}

function quoteHtml(quote: string): string {
  return `<blockquote style="margin:16px 0;padding:0 0 0 16px;border-left:3px solid #ffcc00;white-space:pre-line">${escapeHtml(quote)}</blockquote>`;
}

function actionHtml({ label, url }: { label: string; url: string }): string {
  const shown = escapeHtml(url);
  return `<p><a href="${shown}" style="display:inline-block;padding:12px 20px;background:#ffcc00;color:#17191c;font-weight:bold;text-decoration:none">${escapeHtml(label)}</a></p>
<p style="font-size:13px;color:#4c4f55;word-break:break-all">${shown}</p>`;
}

function endHtml({ label, url }: { label: string; url: string }): string {
  return `<br><a href="${escapeHtml(url)}" style="color:#4c4f55">${escapeHtml(label)}</a>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
