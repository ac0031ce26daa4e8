import { z } from "zod";
import { documentFromMarkdown } from "@/lib/posts/import-markdown";
import { TEMPLATES } from "@/lib/posts/page-templates/names";
import { TEMPLATE_TEXTS } from "@/lib/posts/page-templates/texts";
import { savePost } from "@/lib/posts/save";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const startInput = z.object({
  template: z.enum(TEMPLATES, "invalidChoice"),
  lang: z.enum(Object.keys(TEMPLATE_TEXTS) as (keyof typeof TEMPLATE_TEXTS)[], "invalidChoice"),
});

/**
 * Begins a static page from one of our own texts, as a draft to be filled in. Takes `{ template, lang }`, untrusted.
 * Returns its id, or `forbidden`, or `invalid` with fields.
 */
export async function startPage(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = startInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { template, lang } = parsed.data;
  const { title, standfirst, blocks } = documentFromMarkdown(TEMPLATE_TEXTS[lang][template]);
  const saved = await savePost(actor, { kind: "page", title, standfirst, body: { type: "doc", content: blocks }, lang });
  return saved.ok ? { ok: true, id: saved.id } : saved;
}
