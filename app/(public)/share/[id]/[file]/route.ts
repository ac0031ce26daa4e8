import { readCard } from "@/lib/share/card";

export const dynamic = "force-dynamic";

/** `/share/ID/FILE`: the card that stands for a post where it is shared. What stands there never changes; a former one leads to the present one. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; file: string }> }): Promise<Response> {
  const { id, file } = await params;
  const found = await readCard(id, file);
  if (!found) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  if ("movedTo" in found) {
    return new Response(null, {
      status: 302,
      headers: { location: `/share/${id}/${found.movedTo}`, "cache-control": "public, max-age=3600" },
    });
  }
  return new Response(found.bytes, { headers: { "content-type": "image/png", "cache-control": "public, max-age=31536000, immutable" } });
}
