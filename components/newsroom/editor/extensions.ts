import StarterKit from "@tiptap/starter-kit";
import { linkInput } from "@/lib/posts/schema";
import { MarkdownLinks } from "./markdown-links";
import { Figure } from "./nodes/figure";
import { Footnote } from "./nodes/footnote";
import { LinkCard } from "./nodes/link-card";
import { PullQuote } from "./nodes/pull-quote";
import { tables } from "./nodes/tables";

/** What the text is made of: the nodes and marks of lib/posts/document.ts and no others. */
export const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      HTMLAttributes: { rel: null, target: null },
      isAllowedUri: (href) => linkInput.safeParse({ href }).success,
    },
  }),
  Figure,
  PullQuote,
  LinkCard,
  Footnote,
  MarkdownLinks,
  ...tables,
];
