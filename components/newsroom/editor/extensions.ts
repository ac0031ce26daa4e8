import Image from "@tiptap/extension-image";
import StarterKit from "@tiptap/starter-kit";
import { linkInput } from "@/lib/posts/schema";

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
  // A picture pasted from another site is not taken in: it would be loaded from there by every reader.
  Image.extend({ parseHTML: () => [{ tag: 'img[src^="/media/"]' }] }),
];
