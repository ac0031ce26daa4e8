import { movedFromWordPress } from "@/lib/posts/former";

export const dynamic = "force-dynamic";

/** Where `/?p=ID` leads (lib/server/former-address): the post that had this number in WordPress. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const slug = await movedFromWordPress((await params).id);
  return slug ? new Response(null, { status: 308, headers: { location: `/${slug}` } }) : new Response(null, { status: 404 });
}
