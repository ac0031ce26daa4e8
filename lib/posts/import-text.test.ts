import fs from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentFromMarkdown } from "@/lib/posts/import-markdown";
import { documentFromText } from "@/lib/posts/import-text";
import { readDocument } from "@/lib/posts/read-document";
import { renderDocument } from "@/lib/posts/render";
import type { ImportedText } from "@/lib/posts/import-form";

const html = ({ blocks }: ImportedText) => renderDocument({ type: "doc", content: blocks }).html;
const LONG = "Ein Absatz, der lang genug ist, um keine Überschrift zu sein, und der mit einem Punkt endet, wie es sich gehört.";

// Where the article that the project was asked to take in lies beside the project; elsewhere our own in the same form.
const SEED = ["../shared/seed/article.de.txt", "prisma/content/besuch-in-pjoengjang.txt"].find((file) => fs.existsSync(file)) ?? "";

test("the article comes out with title, standfirst, three sub-headings and every sentence in order", () => {
  const source = fs.readFileSync(SEED, "utf8");
  const [title = "", standfirst = "", ...paragraphs] = source.slice(0, source.indexOf("Related Posts")).trim().split(/\n\n+/);
  const imported = documentFromText(source);
  const rendered = renderDocument({ type: "doc", content: imported.blocks });
  expect(imported.title).toBe(title);
  expect(imported.standfirst).toBe(standfirst);
  expect(rendered.headings).toHaveLength(3);
  expect(rendered.headings.map(({ level }) => level)).toEqual([2, 2, 2]);
  expect(rendered.text).toBe(paragraphs.join("\n\n"));
  expect(rendered.text.match(/[„“]/g)).toEqual(paragraphs.join("\n\n").match(/[„“]/g));
  expect(rendered.text).not.toMatch(/Leave a Reply|Required fields/);
});

test("byte order mark, line ends of Windows, hard blanks and trailing blanks make no difference", () => {
  const plain = `Titel\n\nVorspann.\n\n${LONG}\n\nZwischenruf\n\nEnde.`;
  const messy = `\ufeff\r\n Titel \u00a0\r\n \u00a0\r\nVorspann.\t\r\n\r\n\r\n\r\n${LONG}  \r\n\t\r\nZwischenruf \r\n\r\nEnde.\r\n\r\n`;
  expect(documentFromText(messy)).toEqual(documentFromText(plain));
  expect(html(documentFromText(plain))).toBe(`<p>${LONG}</p><h2 id="h-zwischenruf">Zwischenruf</h2><p>Ende.</p>`);
});

test("lines of one paragraph are joined; the standfirst may follow the title at once", () => {
  const imported = documentFromText("Titel\nVorspann in\nzwei Zeilen\n\nErste Zeile\nzweite Zeile");
  expect(imported).toMatchObject({ title: "Titel", standfirst: "Vorspann in zwei Zeilen" });
  expect(html(imported)).toBe("<p>Erste Zeile zweite Zeile</p>");
});

test.each([".", "!", "?", ":", "“", "”", '"', "»"])("a short line that ends in %s is no sub-heading", (end) => {
  expect(html(documentFromText(`T\n\nV\n\nKurz${end}`))).toMatch(/^<p>/);
});

test("a line of 89 characters is a sub-heading, one of 90 is not", () => {
  expect(html(documentFromText(`T\n\nV\n\n${"ä".repeat(89)}`))).toMatch(/^<h2/);
  expect(html(documentFromText(`T\n\nV\n\n${"ä".repeat(90)}`))).toMatch(/^<p>/);
});

test.each([
  ["as the site writes it", "Related Posts\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *"],
  ["with links", "Related Posts\n\nWhat happened in Seoul\nA second one!\n\nA third one?\n\nLeave a Reply"],
  [
    "in German",
    "Ähnliche Beiträge\n\nEin anderer Beitrag\n\nHinterlasse eine Antwort\n\nDeine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
  ],
  [
    "in the formal German",
    "Schreibe einen Kommentar\nIhre E-Mail-Adresse wird nicht veröffentlicht.\nErforderliche Felder sind mit * markiert",
  ],
  ["in other letters, right under the text", "RELATED POSTS\nleave a reply:"],
  ["with the form's labels", "Leave a Reply\n\nComment *\n\nName *\n\nEmail *\n\nSave my name in this browser\n\nPost Comment"],
])("furniture %s is left out", (_, furniture) => {
  expect(html(documentFromText(`T\n\nV\n\n${LONG}\n${furniture}\n`))).toBe(`<p>${LONG}</p>`);
});

test("a heading of the same words in the middle of an article takes nothing of it away", () => {
  const imported = documentFromText(`T\n\nV\n\n${LONG}\n\nRelated Posts\n\n${LONG}\n\nKurz.\n\nLeave a Reply`);
  expect(html(imported)).toBe(`<p>${LONG}</p><h2 id="h-related-posts">Related Posts</h2><p>${LONG}</p><p>Kurz.</p>`);
});

test("of any text, every word comes out, or is furniture", () => {
  const words = (text: string) => text.split(/\s+/).filter(Boolean);
  const lines = fc.array(fc.constantFrom("", "Ein Wort", LONG, "Satz.", "„Zitat“"), { maxLength: 30 });
  fc.assert(
    fc.property(lines, (all) => {
      const { title, standfirst, blocks } = documentFromText(all.join("\n"));
      const read = readDocument({ type: "doc", content: blocks });
      if ("problem" in read) throw new Error(read.problem);
      expect(words([title, standfirst, renderDocument(read.document).text].join(" "))).toEqual(words(all.join(" ")));
    }),
  );
});

test("Markdown keeps its form: headings, marks, links, lists, quotes, code", () => {
  const imported = documentFromMarkdown(
    "# Der *Titel*\n\nDer Vorspann.\n\n## Erstens\n\nMit **fett**, `code` und [Link](https://example.org/ 'x').  \nNeue Zeile\nselbe Zeile\n\n" +
      "- eins\n- zwei\n\n3. drei\n\n> Zitat\n\n```js\na < b\n```\n\n---\n\n##### Tief\n\n[böse](javascript:alert(1)) <b>roh</b>\n\n" +
      "![Bild](https://elsewhere.example/x.png)\n\n## Related Posts\n\n- [Anderer](/anderer)\n\n## Leave a Reply\n",
  );
  expect(imported).toMatchObject({ title: "Der Titel", standfirst: "Der Vorspann." });
  expect(html(imported)).toBe(
    '<h2 id="h-erstens">Erstens</h2><p>Mit <strong>fett</strong>, <code>code</code> und <a href="https://example.org/">Link</a>.<br>Neue Zeile selbe Zeile</p>' +
      '<ul><li><p>eins</p></li><li><p>zwei</p></li></ul><ol start="3"><li><p>drei</p></li></ol><blockquote><p>Zitat</p></blockquote>' +
      '<pre><code>a &lt; b</code></pre><hr><h4 id="h-tief">Tief</h4><p>[böse](javascript:alert(1)) &lt;b&gt;roh&lt;/b&gt;</p>' +
      '<p><a href="https://elsewhere.example/x.png">Bild</a></p>',
  );
});

test("any Markdown is read, and what is read may be saved", () => {
  const pieces = fc.constantFrom(
    "# ",
    "> ",
    "- ",
    "1. ",
    "\n",
    "\n\n",
    "**",
    "`",
    "```\n",
    "[a](b)",
    "![a](/b)",
    "<b>",
    "Wort ",
    "    ",
    "---\n",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
      const { blocks } = documentFromMarkdown(all.join(""));
      expect(readDocument({ type: "doc", content: blocks })).toHaveProperty("document");
    }),
  );
});
