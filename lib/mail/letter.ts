/** What a mail says: paragraphs, the one thing to do, and what stands below it. */
export interface Letter {
  lang: string;
  greeting: string;
  paragraphs: string[];
  action: { label: string; url: string };
  footer: string;
}

/** A letter as plain text: what to do stands in a line of its own. */
export function letterText({ greeting, paragraphs, action, footer }: Letter): string {
  return `${[greeting, ...paragraphs, `${action.label}:\n${action.url}`, `-- \n${footer}`].join("\n\n")}\n`;
}

/** The same as simple HTML, which needs no picture and no style of another host. */
export function letterHtml({ lang, greeting, paragraphs, action, footer }: Letter): string {
  const lines = [greeting, ...paragraphs].map((text) => `<p>${escapeHtml(text)}</p>`);
  const url = escapeHtml(action.url);
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<body style="margin:0;padding:24px;background:#ffffff;color:#17191c;font:16px/1.5 Arial,Helvetica,sans-serif">
<div style="max-width:32em;border-top:6px solid #ffcc00;padding-top:16px">
${lines.join("\n")}
<p><a href="${url}" style="display:inline-block;padding:12px 20px;background:#ffcc00;color:#17191c;font-weight:bold;text-decoration:none">${escapeHtml(action.label)}</a></p>
<p style="font-size:13px;color:#4c4f55;word-break:break-all">${url}</p>
<p style="font-size:13px;color:#4c4f55">${escapeHtml(footer)}</p>
</div>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
