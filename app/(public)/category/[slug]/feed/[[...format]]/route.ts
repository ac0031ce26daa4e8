import { feedAnswer } from "@/lib/feeds/answer";
import { categoryFeed } from "@/lib/feeds/public";

export const dynamic = "force-dynamic";

/** `/category/SLUG/feed`, and after it `/atom` or `/json`: a category's newest posts. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; format?: string[] }> }): Promise<Response> {
  const { slug, format } = await params;
  return feedAnswer(await categoryFeed(slug), format);
}
