import { readPicture } from "@/lib/media/store";

/** One file of a picture, at `/media/ID/WIDTH.webp|jpg` (next.config.js leads here). What stands there never changes. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; file: string }> }): Promise<Response> {
  const { id, file } = await params;
  const picture = await readPicture(id, file);
  if (!picture) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(picture.bytes, {
    headers: { "content-type": picture.type, "cache-control": "public, max-age=31536000, immutable" },
  });
}
