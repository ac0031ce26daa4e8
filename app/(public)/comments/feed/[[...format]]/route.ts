import { feedAnswer } from "@/lib/feeds/answer";
import { allRepliesFeed } from "@/lib/feeds/public";

export const dynamic = "force-dynamic";

/** `/comments/feed`, and after it `/atom` or `/json`: the newest replies to all posts. */
export async function GET(_request: Request, { params }: { params: Promise<{ format?: string[] }> }): Promise<Response> {
  return feedAnswer(await allRepliesFeed(), (await params).format);
}
