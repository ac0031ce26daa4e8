import fs from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { LRUCache } from "lru-cache";
import { finish, type Finished } from "@/lib/server/finish";
import { commonHeaders, type HeaderList } from "@/lib/server/headers";
import { partsOfStyles } from "@/lib/server/joined-styles";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const IMMUTABLE = "public, max-age=31536000, immutable";
const AN_HOUR = "public, max-age=3600";
/** More than there are kinds of pages. Anybody can ask for other joinings of style sheets: they push out each other. */
const MOST_JOINED = 64;

interface StaticFile {
  file: string;
  cacheControl: string;
}

/** The files of the build and of public/: a closed list, so that no address reaches another file. */
export class StaticFiles {
  readonly #files: Map<string, StaticFile>;
  readonly #ready = new Map<string, Finished>();
  readonly #joined = new LRUCache<string, Finished>({ max: MOST_JOINED });

  /** Takes the folder that holds .next/, build/ and public/; what is in them is read now, once. */
  constructor(root: string) {
    this.#files = new Map([
      ...listed(path.join(root, "public"), "", AN_HOUR),
      ...listed(path.join(root, ".next/static"), "/_next/static", IMMUTABLE),
      ...listed(path.join(root, "build/islands"), "/islands", IMMUTABLE),
      ...listed(path.join(root, "build/fonts"), "/fonts", IMMUTABLE),
    ]);
  }

  /** The finished file at a path, if it was asked for before. */
  ready(url: string): Finished | undefined {
    return this.#ready.get(url) ?? this.#joined.get(url);
  }

  /** The finished file at a path, or null when there is none. */
  async at(url: string): Promise<Finished | null> {
    const parts = partsOfStyles(url);
    if (parts) return this.#join(url, parts);
    const known = this.#files.get(url);
    if (!known) return null;
    const finished = await finish(200, headersOf(known), await readFile(known.file), "file");
    this.#ready.set(url, finished);
    return finished;
  }

  async #join(url: string, parts: string[]): Promise<Finished | null> {
    const known = new Set(parts.flatMap((part) => this.#files.get(part) ?? []));
    const [first] = known;
    if (!first || known.size < parts.length) return null;
    const bytes = await Promise.all([...known].map(({ file }) => readFile(file)));
    // As a page: pressed harder, a stranger's joinings would cost more than they do now.
    const finished = await finish(200, headersOf(first), Buffer.concat(bytes));
    this.#joined.set(url, finished);
    return finished;
  }
}

function headersOf({ file, cacheControl }: StaticFile): HeaderList {
  return {
    ...commonHeaders(),
    "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
    "Cache-Control": cacheControl,
    // A picture that is opened by itself runs nothing.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
}

function listed(folder: string, prefix: string, cacheControl: string): [string, StaticFile][] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true });
  return names
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".map"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [`${prefix}/${path.relative(folder, file).split(path.sep).map(encodeURIComponent).join("/")}`, { file, cacheControl }]);
}
