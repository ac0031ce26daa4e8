import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { config } from "@/lib/config";
import type { MediaStore, NewFile, StoredFile } from "@/lib/media/store";

/** Pictures under DATA_DIR/media/ID/WIDTH.avif|webp|jpg. */
export function folderStore(): MediaStore {
  return { write, read, remove, list };
}

async function write(id: string, files: NewFile[]): Promise<void> {
  const folder = folderOf(id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { name, bytes } of files) await writeThrough(path.join(folder, name), bytes);
}

/** Under another name until it is whole and on the disk. */
async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${file}.new`, "w", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}

async function read(id: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await unlessMissing(readFile(path.join(folderOf(id), name)));
  return bytes && new Uint8Array(bytes);
}

async function remove(id: string, gone: (file: StoredFile) => boolean): Promise<void> {
  const folder = folderOf(id);
  let isEmpty = true;
  for await (const file of filesOf(id)) {
    if (gone(file)) await rm(path.join(folder, file.name), { force: true });
    else isEmpty = false;
  }
  if (isEmpty) await unlessMissing(rmdir(folder));
}

async function* list(): AsyncIterable<StoredFile> {
  for (const id of (await unlessMissing(readdir(mediaFolder()))) ?? []) yield* filesOf(id);
}

async function* filesOf(id: string): AsyncIterable<StoredFile> {
  for (const name of (await unlessMissing(readdir(folderOf(id)))) ?? []) {
    const found = await unlessMissing(stat(path.join(folderOf(id), name)));
    if (found) yield { id, name, writtenAt: found.mtime };
  }
}

function folderOf(id: string): string {
  return path.join(mediaFolder(), id);
}

function mediaFolder(): string {
  return path.join(/* turbopackIgnore: true */ config().DATA_DIR, "media");
}

/** Null for what is not there, is no folder, or is a folder into which something was written meanwhile. */
async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR", "ENOTEMPTY"].includes(String(error.code))) return null;
    throw error;
  }
}
