import fs from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { finish, type Finished } from "@/lib/server/finish";
import { commonHeaders } from "@/lib/server/headers";

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

interface StaticFile {
  file: string;
  cacheControl: string;
}

/** The files of the build and of public/: a closed list, so that no address reaches another file. */
export class StaticFiles {
  readonly #files: Map<string, StaticFile>;
  readonly #ready = new Map<string, Finished>();

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
    return this.#ready.get(url);
  }

  /** The finished file at a path, or null when there is none. */
  async at(url: string): Promise<Finished | null> {
    const known = this.#files.get(url);
    if (!known) return null;
    const headers = {
      ...commonHeaders(),
      "Content-Type": TYPES[path.extname(known.file)] ?? "application/octet-stream",
      "Cache-Control": known.cacheControl,
      // A picture that is opened by itself runs nothing.
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    };
    const finished = await finish(200, headers, await readFile(known.file), "file");
    this.#ready.set(url, finished);
    return finished;
  }
}

function listed(folder: string, prefix: string, cacheControl: string): [string, StaticFile][] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true });
  return names
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".map"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [`${prefix}/${path.relative(folder, file).split(path.sep).map(encodeURIComponent).join("/")}`, { file, cacheControl }]);
}
