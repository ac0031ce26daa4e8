import { LRUCache } from "lru-cache";
import { logError } from "@/lib/log";
import { readPicture } from "@/lib/media/store";
import { validUntil } from "@/lib/server/bridge";
import { shared } from "@/lib/shared";

/** What stands at a picture's path never changes, nor does its length. */
const MOST_REMEMBERED = 10_000;
/** What was made while the store was away is made anew after so long. */
const RETRY_MS = 60_000;

const lengths = shared("media.lengths", () => new LRUCache<string, number>({ max: MOST_REMEMBERED }));

/**
 * The length in bytes of a picture's file. Takes its path (`picturePath`). Null when there is none, and while the
 * store is out of reach: then what is being made is not kept for long.
 */
export async function lengthOf(path: string): Promise<number | null> {
  const known = lengths.get(path);
  if (known !== undefined) return known;
  const [, , id = "", file = ""] = path.split("/");
  try {
    const found = await readPicture(id, file);
    if (!found) return null;
    lengths.set(path, found.bytes.length);
    return found.bytes.length;
  } catch (error) {
    logError("picture not measured", error);
    validUntil(new Date(Date.now() + RETRY_MS));
    return null;
  }
}
