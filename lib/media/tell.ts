import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { settingsUsing, usersUsing } from "@/lib/media/uses";

/**
 * Tells everyone who shows a picture that it is another one now: what few show it, at once; its posts, which may be
 * thousands, by a job (lib/posts/redraw.ts). Until that is done their pages show the old files, which are still there.
 */
export async function tellOfPicture(tx: Tx, id: string): Promise<void> {
  const users = await usersUsing(tx, id);
  const settings = await settingsUsing(tx, id);
  await markChanged(tx, ...users.map((user) => tags.user(user.id)), ...(settings.length > 0 ? [tags.settings()] : []));
  await enqueue(tx, "post.redraw", { mediaId: id });
}
