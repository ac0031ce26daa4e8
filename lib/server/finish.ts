import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { HeaderList } from "@/lib/server/headers";
import type { Encoding } from "@/lib/server/negotiate";

const MIN_COMPRESSED_BYTES = 512;
const BROTLI_QUALITY = { page: 6, file: 11 };
const GZIP_LEVEL = 8;
/**
 * What a new connection sends before it hears of the reader, ten segments (RFC 6928), less our headers: a page that fits
 * is there a round trip sooner. One that just misses it is compressed once more, which takes a ninth off, for 40 ms.
 */
const FIRST_FLIGHT = { bytes: 10 * 1460 - 800, within: 1.15, quality: 10 };

/** One coding of a finished answer: its bytes, and its headers as a flat list, ready for `writeHead`. */
export interface FinishedBody {
  bytes: Buffer;
  etag: string;
  headers: string[];
  notModifiedHeaders: string[];
}

/** An answer that only has to be sent: compressed, hashed, its headers written. */
export interface Finished {
  status: number;
  /** Where it sends the reader, for a redirect. */
  location: string | undefined;
  /** In milliseconds since 1970; undefined where the answer does not say when it last changed. */
  lastModified: number | undefined;
  bodies: Record<Encoding, FinishedBody>;
  /** What it takes of the memory. */
  bytes: number;
}

/**
 * Finishes an answer: each coding once, with an ETag of its own (RFC 9110 §8.8.3.3). What has one coding only does not
 * vary by it: Firefox asks for a font with another Accept-Encoding than a script does, and would ask again for what
 * keep-fonts.ts has fetched. Takes status, headers (with Content-Type) and body, and whether it is a `page` or a `file`,
 * which is compressed harder since it never changes.
 */
export async function finish(status: number, headers: HeaderList, body: Buffer, kind: "page" | "file" = "page"): Promise<Finished> {
  const common = Object.entries(headers).flat();
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const make = (encoding: Encoding, bytes: Buffer): FinishedBody => {
    const etag = `"${hash}-${encoding}"`;
    const shared = ["ETag", etag, ...(isText(headers) ? ["Vary", "Accept-Encoding"] : [])];
    const coded = encoding === "identity" ? [] : ["Content-Encoding", encoding];
    return {
      bytes,
      etag,
      headers: [...common, ...shared, ...coded, "Content-Length", String(bytes.length)],
      notModifiedHeaders: [...Object.entries(withoutType(headers)).flat(), ...shared],
    };
  };
  const identity = make("identity", body);
  const [br, gz] = isText(headers) && body.length >= MIN_COMPRESSED_BYTES ? await compressed(body, kind) : [];
  const bodies = { identity, br: br ? make("br", br) : identity, gzip: gz ? make("gzip", gz) : identity };
  const bytes = [body, br, gz].reduce((sum, part) => sum + (part?.length ?? 0), 0) + 6 * common.join("").length;
  const lastModified = headers["Last-Modified"] === undefined ? undefined : Date.parse(headers["Last-Modified"]);
  return { status, location: headers.Location, lastModified, bodies, bytes };
}

function withoutType({ "Content-Type": _, ...rest }: HeaderList): HeaderList {
  return rest;
}

function isText(headers: HeaderList): boolean {
  const type = headers["Content-Type"] ?? "";
  return /^(text\/|image\/svg|application\/(json|javascript|manifest\+json|xml|[a-z.]+\+(xml|json)))/.test(type);
}

function compressed(body: Buffer, kind: "page" | "file"): Promise<[Buffer, Buffer]> {
  return Promise.all([
    kind === "page" ? brotliPage(body) : brotli(body, BROTLI_QUALITY.file),
    promisify(gzip)(body, { level: GZIP_LEVEL }),
  ]);
}

async function brotliPage(body: Buffer): Promise<Buffer> {
  const quick = await brotli(body, BROTLI_QUALITY.page);
  const over = quick.length / FIRST_FLIGHT.bytes;
  return over > 1 && over < FIRST_FLIGHT.within ? brotli(body, FIRST_FLIGHT.quality) : quick;
}

function brotli(body: Buffer, quality: number): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return promisify(brotliCompress)(body, { params });
}
