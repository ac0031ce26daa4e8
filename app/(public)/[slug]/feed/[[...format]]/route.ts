import { feedAnswer } from "@/lib/feeds/answer";
import { repliesFeed } from "@/lib/feeds/public";

export const dynamic = "force-dynamic";

/** `/SLUG/feed`, and after it `/atom` or `/json`: the newest replies to a post. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; format?: string[] }> }): Promise<Response> {
  const { slug, format } = await params;
  return feedAnswer(await repliesFeed(slug), format);
}
