import { expect, test } from "vitest";
import { previewComment } from "@/lib/comments/preview";

test("a preview shows the text as it would be published, whatever else is missing or wrong", () => {
  const typed = { body: " *Danke*\r\n\r\n<b>5>3</b> ", name: "Ada\u0007  ", email: "no address", website: "javascript:alert(1)" };
  expect(previewComment(typed)).toEqual({
    ok: true,
    name: "Ada",
    html: "<p><em>Danke</em></p>\n<p>&lt;b&gt;5&gt;3&lt;/b&gt;</p>\n",
  });
  expect(previewComment({ body: "Danke" })).toMatchObject({ ok: true, name: "" });
});

test.each([
  [{}, "required"],
  [{ body: " \u0000 " }, "required"],
  [{ body: "😀".repeat(10_001) }, "tooLong"],
])("a text that could not be sent has no preview: %#", (typed, code) => {
  expect(previewComment(typed)).toEqual({ ok: false, error: "invalid", fields: { body: [code] } });
});
