import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { encodePicture } from "@/lib/media/encode";
import { mayUseMedia } from "@/lib/media/policy";
import { MAX_UPLOAD_BYTES, mediaInput, type Picture } from "@/lib/media/schema";
import { pictureColumns } from "@/lib/media/shown";
import { stagePicture } from "@/lib/media/store";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Takes a picture in: its content decides what it is, and only what is made of it anew is kept (encode.ts).
 * Takes the actor and untrusted `{ bytes, alt }`. Returns the picture; or `forbidden`, `invalid` with the fields
 * (`altRequired`, `tooLong`, `required`), `pictureTooLarge` (in bytes or pixels), or `notAPicture`.
 */
export async function uploadMedia(actor: Actor, input: unknown): Promise<Result<Picture>> {
  if (!mayUseMedia(actor)) return { ok: false, error: "forbidden" };
  const parsed = mediaInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { bytes, alt } = parsed.data;
  if (bytes.length > MAX_UPLOAD_BYTES) return { ok: false, error: "pictureTooLarge" };
  const encoded = await encodePicture(bytes);
  if (!encoded.ok) return encoded;
  const { width, height, renditions } = encoded;
  const staged = await stagePicture(renditions);
  try {
    return await privateDb.$transaction(async (tx) => {
      const picture = await tx.media.create({
        data: { alt, width, height, widths: widthsOf(renditions), bytes: bytesOf(renditions), uploadedById: actor.id },
        select: pictureColumns,
      });
      await recordAudit(tx, { actorId: actor.id, act: "media.upload", subject: { type: "media", id: picture.id } });
      // Last, so that a row is never without its files; if the commit fails, files without a row harm nothing.
      await staged.keep(picture.id);
      return { ok: true, ...picture };
    });
  } finally {
    await staged.discard();
  }
}

function widthsOf(renditions: { width: number }[]): number[] {
  return [...new Set(renditions.map(({ width }) => width))];
}

function bytesOf(renditions: { bytes: Uint8Array }[]): number {
  return renditions.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
