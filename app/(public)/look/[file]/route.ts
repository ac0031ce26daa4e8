import { siteLook } from "@/lib/settings/public";

export const dynamic = "force-dynamic";

/**
 * `/look/HASH.css`: the style sheet of the look that the settings choose. What stands at an address never changes; a
 * former address, which a page that lies open may still ask for, answers with the present look, and is not kept.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const [{ file }, look] = await Promise.all([params, siteLook()]);
  if (!/^[0-9a-f]{16}\.css$/.test(file)) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const cacheControl = look?.file === file ? "public, max-age=31536000, immutable" : "no-store";
  return new Response(look?.sheet ?? "", { headers: { "content-type": "text/css; charset=utf-8", "cache-control": cacheControl } });
}
