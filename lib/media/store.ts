import { mkdir, mkdtemp, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { config } from "@/lib/config";
import type { Rendition } from "@/lib/media/encode";

// Pictures lie under DATA_DIR/media/ID/WIDTH.webp|jpg. A folder named by an id is whole: it is written under
// another name and renamed. Folders that a crash left over (.new-…, or an id without a row) harm nothing.

/** Files on their way in: written through to the disk, not yet in place. */
export interface StagedPicture {
  /** Puts them in place as the picture's files, at once (rename). */
  keep: (id: string) => Promise<void>;
  /** Removes them, unless they were kept. */
  discard: () => Promise<void>;
}

/** Writes a picture's files to a folder of its own. Throws when the disk does not take them; then nothing is left. */
export async function stagePicture(renditions: Rendition[]): Promise<StagedPicture> {
  await mkdir(mediaFolder(), { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(path.join(mediaFolder(), ".new-"));
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    for (const { width, type, bytes } of renditions) await writeThrough(path.join(folder, `${width}.${type}`), bytes);
  } catch (error) {
    await discard();
    throw error;
  }
  return { keep: (id) => rename(folder, path.join(mediaFolder(), id)), discard };
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FILE = /^[1-9][0-9]{0,4}\.(webp|jpg)$/;

/**
 * One file of a picture. Takes the two parts of its path as a request named them: only the one spelling that
 * `picturePath` writes is looked for, so no path leads out of the folder. Returns the bytes and their type, or null.
 */
export async function readPicture(id: string, file: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  if (!UUID.test(id) || !FILE.test(file)) return null;
  try {
    const bytes = await readFile(path.join(mediaFolder(), id, file));
    return { bytes: new Uint8Array(bytes), type: file.endsWith(".webp") ? "image/webp" : "image/jpeg" };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function mediaFolder(): string {
  return path.join(/* turbopackIgnore: true */ config().DATA_DIR, "media");
}
