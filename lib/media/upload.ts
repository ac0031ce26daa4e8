import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { mayUseMedia } from "@/lib/media/policy";
import { mediaInput, type Picture } from "@/lib/media/schema";
import { pictureColumns } from "@/lib/media/shown";
import { takeIn } from "@/lib/media/take-in";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Takes a picture in: its content decides what it is, and only what is made of it anew is kept (encode.ts). Takes the
 * actor and untrusted `{ bytes, alt, caption, credit, fileName }`, all but the first two optional. Returns the picture;
 * or `forbidden`, `invalid` with the fields (`altRequired`, `tooLong`, `required`), `pictureTooLarge` (in bytes or
 * pixels), or `notAPicture`.
 */
export async function uploadMedia(actor: Actor, input: unknown): Promise<Result<Picture>> {
  if (!mayUseMedia(actor)) return { ok: false, error: "forbidden" };
  const parsed = mediaInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { bytes, ...texts } = parsed.data;
  const id = newId();
  return takeIn(bytes, { id, edition: 1 }, (made) =>
    privateDb.$transaction(async (tx) => {
      const picture = await tx.media.create({ data: { id, ...texts, ...made, uploadedById: actor.id }, select: pictureColumns });
      await recordAudit(tx, { actorId: actor.id, act: "media.upload", subject: { type: "media", id } });
      return { ok: true, ...picture };
    }),
  );
}
