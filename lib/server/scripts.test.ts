import { expect, test } from "vitest";
import { linksWithoutFramework, waitsForScripts, withoutFramework } from "@/lib/server/scripts";

const nonce = "0123456789abcdef";

test("Next's scripts, their preloads and the nonce go; data and our own scripts stay", () => {
  const html = [
    `<link rel="stylesheet" href="/a.css" nonce="${nonce}"/>`,
    `<link rel="preload" as="script" href="/_next/a.js" nonce="${nonce}"/>`,
    `<script src="/_next/a.js" async="" nonce="${nonce}"></script>`,
    `<script nonce="${nonce}">self.__next_f.push([1,"</p>"])</script>`,
    `<script type="application/ld+json">{"a":1}</script>`,
    `<script async="" type="module" src="/islands/boot.js"></script>`,
  ].join("");
  expect(withoutFramework(html, nonce)).toBe(
    `<link rel="stylesheet" href="/a.css"/><script type="application/ld+json">{"a":1}</script><script async="" type="module" src="/islands/boot.js"></script>`,
  );
});

test("the link header keeps fonts and pictures only, without the nonce", () => {
  const [style, font] = [`</a.css>; rel=preload; as="style"`, `</a.woff2>; rel=preload; as="font"`];
  const header = `${style}; nonce="${nonce}", </a.js>; rel=preload; as="script"; nonce="${nonce}", ${font}; nonce="${nonce}"`;
  expect(linksWithoutFramework(header, nonce)).toBe(font);
  expect(linksWithoutFramework(`</a.js>; rel=preload; as="script"`, nonce)).toBeUndefined();
});

test("a page that is not whole without scripts is recognised", () => {
  expect(waitsForScripts(`<main><template id="B:0"></template></main>`)).toBe(true);
  expect(waitsForScripts("<main></main>")).toBe(false);
});
