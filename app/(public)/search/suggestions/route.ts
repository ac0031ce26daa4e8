import { suggestPosts } from "@/lib/search/public";

export const dynamic = "force-dynamic";

/** `/search/suggestions?q=`: posts that what is being typed may mean, as JSON. Kept as a page is (lib/server/shared-pages). */
export async function GET(request: Request): Promise<Response> {
  const suggestions = await suggestPosts(new URL(request.url).searchParams.get("q"));
  return Response.json(suggestions, { headers: { "x-robots-tag": "noindex" } });
}
