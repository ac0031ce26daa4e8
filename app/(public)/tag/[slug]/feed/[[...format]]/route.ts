import { feedAnswer } from "@/lib/feeds/answer";
import { tagFeed } from "@/lib/feeds/public";

export const dynamic = "force-dynamic";

/** `/tag/SLUG/feed`, and after it `/atom` or `/json`: the newest posts with a tag. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; format?: string[] }> }): Promise<Response> {
  const { slug, format } = await params;
  return feedAnswer(await tagFeed(slug), format);
}
