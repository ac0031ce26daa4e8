import { currentActor } from "@/lib/auth";
import { WRITER_HEADER } from "@/lib/posts/schema";
import type { Actor } from "@/lib/users/policy";

/**
 * Who is signed in; null when nobody is, and when the editor was opened by somebody else, as its request says: another
 * person signed in in this browser since, and must not appear as the writer of what stands there.
 */
export async function currentWriter(request: Request): Promise<Actor | null> {
  const [actor, writerId] = [await currentActor(), request.headers.get(WRITER_HEADER)];
  return writerId === null || writerId === actor?.id ? actor : null;
}
