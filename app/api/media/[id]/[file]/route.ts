import { presentFile } from "@/lib/media/public";
import { PRESENT_FILE } from "@/lib/media/shown";
import { readPicture } from "@/lib/media/store";

/**
 * One file of a picture, at `/media/ID/FILE` (next.config.js leads here). What stands there never changes; a file of an
 * edition that is gone leads to the one that took its place, and PRESENT_FILE to the one that there is now.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; file: string }> }): Promise<Response> {
  const { id, file } = await params;
  const picture = await readPicture(id, file);
  if (picture) {
    return new Response(picture.bytes, {
      headers: { "content-type": picture.type, "cache-control": "public, max-age=31536000, immutable" },
    });
  }
  const present = await presentFile(id, file);
  const keep = file === PRESENT_FILE ? "no-cache" : "public, max-age=3600";
  if (present) return new Response(null, { status: 302, headers: { location: present, "cache-control": keep } });
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}
