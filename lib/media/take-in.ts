import { encodePicture, type Encoded } from "@/lib/media/encode";
import { MAX_UPLOAD_BYTES } from "@/lib/media/schema";
import { fileName } from "@/lib/media/shown";
import { mediaStore } from "@/lib/media/store";
import type { Refusal } from "@/lib/result";

type Made = Extract<Encoded, { ok: true }>;

/** What a picture's row says of its files. */
export interface MadeFiles {
  width: number;
  height: number;
  widths: number[];
  blur: Uint8Array<ArrayBuffer> | null;
  hasAvif: boolean;
  bytes: number;
}

/**
 * Makes a picture's files from an upload and stores them, then lets `keep` write the row that names them; when that
 * refuses or throws, the files are removed again. Takes untrusted bytes, and the id and edition whose files they
 * become. Returns what `keep` does; or `pictureTooLarge` (in bytes or pixels) or `notAPicture`, and nothing is stored.
 */
export async function takeIn<T extends { ok: boolean }>(
  bytes: Uint8Array,
  { id, edition }: { id: string; edition: number },
  keep: (made: MadeFiles) => Promise<T>,
): Promise<T | Refusal> {
  if (bytes.length > MAX_UPLOAD_BYTES) return { ok: false, error: "pictureTooLarge" };
  const encoded = await encodePicture(bytes);
  if (!encoded.ok) return encoded;
  const files = encoded.renditions.map((each) => ({ ...each, name: fileName({ edition, ...each }) }));
  const names = new Set(files.map(({ name }) => name));
  let isKept = false;
  try {
    await mediaStore().write(id, files);
    const kept = await keep(rowOf(encoded));
    isKept = kept.ok;
    return kept;
  } finally {
    if (!isKept) await mediaStore().remove(id, ({ name }) => names.has(name.replace(/\.new$/, "")));
  }
}

function rowOf({ width, height, blur, renditions }: Made): MadeFiles {
  const widths = [...new Set(renditions.map((each) => each.width))];
  return { width, height, blur, widths, hasAvif: true, bytes: renditions.reduce((sum, each) => sum + each.bytes.length, 0) };
}
