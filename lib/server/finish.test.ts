import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { expect, test } from "vitest";
import { finish } from "@/lib/server/finish";

const html = { "Content-Type": "text/html; charset=utf-8" };
/** What a new connection sends at once (RFC 6928), less 800 bytes of headers. */
const FIRST_FLIGHT = 13_800;

/** Words as various as a language's, the same each time. */
function pageOf(words: number): Buffer {
  let seed = 7;
  const next = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
  return Buffer.from(Array.from({ length: words }, () => `<p>${next(1500).toString(36)}en</p>`).join(" "));
}

function quick(page: Buffer): number {
  return brotliCompressSync(page, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: page.length },
  }).length;
}

test("a page that just misses what a connection sends at once is compressed until it fits", async () => {
  const page = pageOf(7000);
  expect(quick(page)).toBeGreaterThan(FIRST_FLIGHT);
  const { br } = (await finish(200, html, page)).bodies;
  expect(br.bytes.length).toBeLessThanOrEqual(FIRST_FLIGHT);
  expect(brotliDecompressSync(br.bytes).equals(page)).toBe(true);
});

test("a page that would not fit is compressed as quickly as any", async () => {
  const page = pageOf(12_000);
  expect((await finish(200, html, page)).bodies.br.bytes).toHaveLength(quick(page));
});

test("what is compressed varies by what the browser can read, and a font, which is not, is the same for every request", async () => {
  const font = await finish(200, { "Content-Type": "font/woff2" }, pageOf(7000), "file");
  for (const { headers, notModifiedHeaders } of Object.values(font.bodies))
    expect([headers, notModifiedHeaders].flat()).not.toContain("Vary");
  const page = await finish(200, html, pageOf(700));
  for (const { headers, notModifiedHeaders } of Object.values(page.bodies))
    for (const list of [headers, notModifiedHeaders]) expect(list[list.indexOf("Vary") + 1]).toBe("Accept-Encoding");
});
