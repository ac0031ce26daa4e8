import { config } from "@/lib/config";
import { isId } from "@/lib/ids";
import { checkBucket } from "@/lib/media/bucket";
import { folderStore } from "@/lib/media/folder-store";
import { s3Store } from "@/lib/media/s3-store";
import { mediaTypeOf } from "@/lib/media/shown";
import { shared } from "@/lib/shared";

/** A file on its way into the store. */
export interface NewFile {
  name: string;
  bytes: Uint8Array;
}

/** A file in the store: whose folder it lies in, and when it was written. */
export interface StoredFile {
  id: string;
  name: string;
  writtenAt: Date;
}

/**
 * Where pictures' files lie: a folder for each picture, named by its id. A file is never written over. Who writes,
 * writes the files first and the picture's row after them: what a row names is there, and what no row names is
 * swept away later (lib/media/sweep.ts). Each throws an Outage when the store is out of reach.
 */
export interface MediaStore {
  write(id: string, files: NewFile[]): Promise<void>;
  /** A file's bytes, or null when there is none of that name. */
  read(id: string, name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removes those of a picture's files that are `gone`; throws, too, when one of them cannot be removed. */
  remove(id: string, gone: (file: StoredFile) => boolean): Promise<void>;
  /** All files, each picture's together. */
  list(): AsyncIterable<StoredFile>;
}

/**
 * Asks the store that S3_URL names whether it lets the site in, once, at the start. Returns a line to print when it is
 * out of reach now: readers' pages can do without. Throws a Failure of one line when it answers that it does not.
 */
export async function checkStore(): Promise<string | null> {
  const { S3_URL } = config();
  return S3_URL ? checkBucket(S3_URL) : null;
}

/** The site's media store: what S3_URL names, else DATA_DIR/media. */
export function mediaStore(): MediaStore {
  return shared("media.store", () => {
    const { S3_URL } = config();
    return S3_URL ? s3Store(S3_URL) : folderStore();
  });
}

const FILE = /^([1-9][0-9]{0,9}-)?[1-9][0-9]{0,4}\.(avif|webp|jpg)$/;

/**
 * One file of a picture. Takes the two parts of its path as a request named them: only the one spelling that
 * `picturePath` writes is looked for, so no path leads out of the store. Returns the bytes and their type, or null.
 * What lay in DATA_DIR/media before the site got another store is still found there.
 */
export async function readPicture(id: string, file: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  if (!isId(id) || !FILE.test(file)) return null;
  const bytes = (await mediaStore().read(id, file)) ?? (config().S3_URL ? await folderStore().read(id, file) : null);
  return bytes && { bytes, type: mediaTypeOf(file) };
}
