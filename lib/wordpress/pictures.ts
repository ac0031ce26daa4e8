import fs from "node:fs/promises";
import path from "node:path";
import type { Doer } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { importPicture } from "@/lib/media/import";
import { pathFor } from "@/lib/media/shown";

/** Where WordPress keeps what was uploaded, at each of its sites. */
const UPLOADS = "/wp-content/uploads/";
/** Of each picture it makes smaller ones beside it: `hafen-300x200.jpg`. */
const SIZED = /-\d{1,5}x\d{1,5}(?=\.\w+$)/;
/** The width in pixels of the file that a text names. */
const TEXT_PIXELS = 960;

/** The pictures of a WordPress site: those that came in before, and those that lie in a copy of its folder `wp-content/uploads`. */
export class Uploads {
  readonly #by: Doer;
  readonly #site: string;
  readonly #folder: string | undefined;
  #ownerId: string | null | undefined;
  /** The addresses of those that it had and that are not there, or no pictures. */
  readonly missing = new Set<string>();

  /** Takes whose act it is, the site's address, and the folder's whole path; without one no picture is new. */
  constructor(by: Doer, site: string, folder: string | undefined) {
    [this.#by, this.#site, this.#folder] = [by, site, folder];
  }

  /** Takes in those of some addresses that lie there, whole, and not in one of the smaller sizes. Returns the path here of each that is here. */
  async pathsOf(addresses: string[]): Promise<Map<string, string>> {
    const paths = new Map<string, string>();
    for (const address of new Set(addresses)) {
      const picture = await this.take(address);
      if (picture) paths.set(address, pathFor(picture, TEXT_PIXELS));
    }
    return paths;
  }

  /** One picture; null where there is none at that address. */
  async take(address: string) {
    const name = nameOf(address);
    if (name === null) return null;
    const picture = await this.#takeNamed(name);
    if (!picture) this.missing.add(address);
    return picture;
  }

  async #takeNamed(name: string) {
    const ownerId = await this.#owner();
    if (!ownerId) return null;
    for (const each of new Set([name.replace(SIZED, ""), name])) {
      const fileName = path.basename(each);
      const alt = path.parse(fileName).name.replace(/[-_]+/g, " ");
      const foreign = { address: this.#site + UPLOADS + each, alt, fileName, read: () => this.#read(each) };
      const picture = await importPicture(this.#by, ownerId, foreign);
      if (picture.ok) return picture;
      if (picture.error !== "notFound") return null;
    }
    return null;
  }

  async #read(name: string): Promise<Uint8Array | null> {
    if (!this.#folder) return null;
    const file = path.resolve(this.#folder, name);
    // Who wrote the export says which files are read: none beside the folder.
    return file.startsWith(this.#folder + path.sep) && (await isFile(file)) ? fs.readFile(file) : null;
  }

  /** Pictures are somebody's: the first administrator's. */
  async #owner(): Promise<string | null> {
    if (this.#ownerId !== undefined) return this.#ownerId;
    const first = await privateDb.user.findFirst({ where: { role: "administrator" }, orderBy: { id: "asc" }, select: { id: true } });
    return (this.#ownerId = first?.id ?? null);
  }
}

/** What stands after `/wp-content/uploads/` in an address, decoded; null for another address. */
function nameOf(address: string): string | null {
  const [plain = ""] = address.split(/[?#]/);
  const at = plain.indexOf(UPLOADS);
  try {
    return at < 0 ? null : decodeURIComponent(plain.slice(at + UPLOADS.length));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await fs.stat(file)).isFile();
  } catch {
    // Whatever keeps it from being read: the text then links to where it stood.
    return false;
  }
}
