import { privateDb } from "@/lib/db/private";
import type { Doer } from "@/lib/audit/record";
import { mediaInput, type Picture } from "@/lib/media/schema";
import { pictureColumns } from "@/lib/media/shown";
import { keepPicture } from "@/lib/media/upload";
import { invalid, type Result } from "@/lib/result";

/** A picture of another site's: where it stood there, its file, and the text for those who do not see it. */
interface ForeignPicture {
  address: string;
  alt: string;
  fileName: string;
  /** Null: it is not at hand. */
  read: () => Promise<Uint8Array | null>;
}

/**
 * Takes a picture in that stood on another site, once however often it comes. Takes whose act it is, whose picture it
 * will be, and the picture, whose file is read only when it is not there. Returns it, or `notFound` when it is neither there
 * nor at hand, or a refusal as `uploadMedia` does; throws what reading does. Index: media_source_address_key.
 */
export async function importPicture(
  by: Doer,
  uploadedById: string,
  { address, read, ...texts }: ForeignPicture,
): Promise<Result<Pick<Picture, keyof typeof pictureColumns>>> {
  const found = await privateDb.media.findUnique({ where: { sourceAddress: address }, select: pictureColumns });
  if (found) return { ok: true, ...found };
  const bytes = await read();
  if (!bytes) return { ok: false, error: "notFound" };
  const parsed = mediaInput.safeParse({ bytes, ...texts });
  if (!parsed.success) return invalid(parsed.error);
  return keepPicture(by, parsed.data, { uploadedById, sourceAddress: address });
}
