import { feedAnswer } from "@/lib/feeds/answer";
import { siteFeed } from "@/lib/feeds/public";

export const dynamic = "force-dynamic";

/** `/feed`, `/feed/atom`, `/feed/json`: the site's newest posts. */
export async function GET(_request: Request, { params }: { params: Promise<{ format?: string[] }> }): Promise<Response> {
  return feedAnswer(await siteFeed(), (await params).format);
}
