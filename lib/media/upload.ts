import { recordAudit, type Doer } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { mayUseMedia } from "@/lib/media/policy";
import { mediaInput, type MediaInput, type Picture } from "@/lib/media/schema";
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
  return keepPicture({ actorId: actor.id }, parsed.data, { uploadedById: actor.id });
}

/** The part that an import shares. Takes parsed input, whose picture it will be, and where it stood before, if that was elsewhere. */
export function keepPicture(
  by: Doer,
  { bytes, ...texts }: MediaInput,
  from: { uploadedById: string; sourceAddress?: string },
): Promise<Result<Picture>> {
  const id = newId();
  return takeIn(bytes, { id, edition: 1 }, (made) =>
    privateDb.$transaction(async (tx) => {
      const picture = await tx.media.create({ data: { id, ...texts, ...made, ...from }, select: pictureColumns });
      await recordAudit(tx, { ...by, act: "media.upload", subject: { type: "media", id } });
      return { ok: true, ...picture };
    }),
  );
}
