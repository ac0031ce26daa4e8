import fc from "fast-check";
import { parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { hostileStrings } from "@/lib/testing/documents";
import { element, xmlDocument } from "@/lib/xml";

test("whatever a text holds, the document is well-formed", async () => {
  const halves = fc.constantFrom(
    "]]>",
    "\u0000\u0008\u001f",
    "\ud800",
    "\udc00a",
    "\ufffe\uffff",
    "\u0085\u2028",
    "<![CDATA[",
    "<!--",
    "?>",
    "&amp;",
  );
  const texts = fc.array(fc.oneof(hostileStrings, halves, fc.string({ unit: "binary" })), { minLength: 20, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const document = xmlDocument(
        element("all", {}, ...all.map((text) => element("one", { text }, text, element("empty", { none: null })))),
      );
      const { errors } = await validateXML({ xml: { fileName: "all.xml", contents: document }, normalization: "format" });
      expect(errors).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test("a text comes back as it was given, but for what XML cannot hold", () => {
  const given = ` Möwe & "a<b" ]]> \t'x'\n😀 é `;
  const document = xmlDocument(element("rss", { version: "2.0" }, element("channel", {}, element("title", {}, `${given}\u0000\ud800`))));
  expect(parseRssFeed(document).title).toBe(`${given}\ufffd\ufffd`.trim());
  expect(element("a", { b: "1\n2" }, "\r").xml).toBe('<a b="1&#10;2">&#13;</a>');
});
