import { expect, test } from "vitest";
import { readDocument } from "@/lib/posts/read-document";
import { PICTURE_ID } from "@/lib/testing/documents";

const src = `/media/${PICTURE_ID}/800.webp`;

test("a text that was stored in version 1 still opens: its pictures are figures now", () => {
  const quote = (content: object) => ({
    type: "doc",
    content: [
      { type: "blockquote", content: [content] },
      { type: "paragraph", content: [] },
    ],
  });
  expect(readDocument(quote({ type: "image", attrs: { src, alt: "Gulls", title: null } }), 1)).toEqual({
    document: quote({ type: "figure", attrs: { src, alt: "Gulls", caption: "", credit: "" } }),
  });
});

test.each([0, 3, -1, 1.5, Number.NaN])("version %s is none of this software's, and refused", (version) => {
  expect(readDocument({ type: "doc", content: [] }, version)).toEqual({ problem: "invalidDocument" });
});
