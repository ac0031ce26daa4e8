import { privateDb } from "@/lib/db/private";

/** Whether a post of another site was here and was deleted for good. Takes its address as `sourceOf` has it. Index: gone_post_pkey. */
export async function isGone(sourcePath: string): Promise<boolean> {
  return (await privateDb.gonePost.findUnique({ where: { sourcePath }, select: { sourcePath: true } })) !== null;
}
