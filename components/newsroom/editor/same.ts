/**
 * Fields as a text that is equal for equal fields: PostgreSQL orders an object's keys anew, and the editor ends each text
 * with an empty paragraph to write on in, which nobody typed.
 */
export function fingerprint(fields: { body: unknown }): string {
  return JSON.stringify({ ...fields, body: withoutEnd(fields.body) }, sorted);
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withoutEnd(body: unknown): unknown {
  if (typeof body !== "object" || body === null || !("content" in body) || !Array.isArray(body.content)) return body;
  const blocks = Array.from<unknown>(body.content);
  while (isEmptyParagraph(blocks.at(-1))) blocks.pop();
  return { ...body, content: blocks };
}

function isEmptyParagraph(block: unknown): boolean {
  if (typeof block !== "object" || block === null || !("type" in block) || block.type !== "paragraph") return false;
  return !("content" in block) || (Array.isArray(block.content) && block.content.length === 0);
}
