import type { Editor } from "@tiptap/react";
import { countWords } from "@/lib/posts/words";

/** How many words a text has, as the server will count them: with captions, cards and footnotes. Takes the editor. */
export function wordsIn({ state }: Editor): number {
  const { doc } = state;
  const running = doc.textBetween(0, doc.content.size, "\n", "\n");
  const beside: string[] = [];
  doc.descendants((node) => {
    for (const name of BESIDE) if (typeof node.attrs[name] === "string") beside.push(node.attrs[name]);
  });
  return countWords([running, ...beside].join("\n"));
}

/** Attributes that are read: what pictures, cards, footnotes, tables and pull quotes are told by (lib/posts/document-text.ts). */
const BESIDE = ["caption", "credit", "title", "description", "text", "source"];
