import { Extension, InputRule } from "@tiptap/react";
import { linkInput } from "@/lib/posts/schema";

/** Markdown's way to write a link: [text](address). The other shortcuts are TipTap's own. */
export const MarkdownLinks = Extension.create({
  name: "markdownLinks",
  addInputRules() {
    return [
      new InputRule({
        find: /(?<!!)\[([^[\]]+)\]\(([^()\s]+)\)$/,
        handler: ({ state, range, match }) => {
          const parsed = linkInput.safeParse({ href: match[2] });
          const [text, link] = [match[1], state.schema.marks.link];
          if (!parsed.success || !text || !link) return null;
          state.tr.replaceWith(range.from, range.to, state.schema.text(text, [link.create(parsed.data)])).removeStoredMark(link);
        },
      }),
    ];
  },
});
