import { expect, test } from "vitest";
import { feedHtml } from "@/lib/feeds/content";

const PAGE = "https://example.org/a-post";

test("links, places on the page and pictures are named by their whole address; a picture stands there once", () => {
  const picture = `<picture><source type="image/webp" srcset="/media/1/320.webp 320w" sizes="100vw"><img src="/media/1/640.jpg" srcset="/media/1/320.jpg 320w" sizes="100vw" alt="A &quot;gull&quot;" width="640" height="480" loading="lazy" decoding="async"></picture>`;
  expect(feedHtml(`<p><a href="/other?a=1&amp;b=2">x</a> <a href="#fn-1">1</a> <a href="mailto:a@b">y</a></p>${picture}`, PAGE)).toBe(
    `<p><a href="https://example.org/other?a=1&amp;b=2">x</a> <a href="https://example.org/a-post#fn-1">1</a> <a href="mailto:a@b">y</a></p>` +
      `<img src="https://example.org/media/1/640.jpg" alt="A &quot;gull&quot;" width="640" height="480">`,
  );
});

test("an address that only stands in the text stays as it was written", () => {
  const html = `<p>&lt;a href=&quot;/x&quot;&gt; and href=&quot;/x&quot;</p>`;
  expect(feedHtml(html, PAGE)).toBe(html);
});
