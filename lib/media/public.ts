import { publicDb } from "@/lib/db/public";
import { isId } from "@/lib/ids";
import { pathFor, PRESENT_FILE, PRESENT_PIXELS, type PictureType } from "@/lib/media/shown";

const ASKED = /^(?:[0-9]{1,10}-)?([0-9]{1,5})\.(avif|webp|jpg)$/;

/**
 * Where a file's picture is now, for a file that is not there (any more): the path of the present edition's file of
 * the same type, as wide or wider, or null; for PRESENT_FILE a file of whatever edition that is. Takes the two parts of
 * the asked path, untrusted. Index: the primary key.
 */
export async function presentFile(id: string, file: string): Promise<string | null> {
  const isPresent = file === PRESENT_FILE;
  const [, width, type] = isPresent ? [file, PRESENT_PIXELS, "webp"] : (ASKED.exec(file) ?? []);
  if (!width || !isId(id)) return null;
  const picture = await publicDb.media.findUnique({
    where: { id },
    select: { id: true, edition: true, widths: true, hasAvif: true },
  });
  if (!picture || (picture.edition === 1 && !isPresent)) return null;
  const path = pathFor(picture, Number(width), TYPES[type ?? ""] ?? "jpg");
  return path.endsWith(`/${file}`) ? null : path;
}

const TYPES: Record<string, PictureType> = { avif: "avif", webp: "webp" };
