import { feedAnswer } from "@/lib/feeds/answer";
import { authorFeed } from "@/lib/feeds/public";

export const dynamic = "force-dynamic";

/** `/author/SLUG/feed`, and after it `/atom` or `/json`: an author's newest posts. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; format?: string[] }> }): Promise<Response> {
  const { slug, format } = await params;
  return feedAnswer(await authorFeed(slug), format);
}
