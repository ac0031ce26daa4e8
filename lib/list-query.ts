import { z } from "zod";
import { cleanLine } from "@/lib/posts/clean-text";

/**
 * What a list that is searched by words may be asked for, untrusted `{ q, after }`: the first five words, and the id of
 * the last entry of the page before. What cannot be read counts as not asked.
 */
export const listQuery = z.object({
  q: z
    .string()
    .max(200)
    .transform((words) => cleanLine(words).split(" ").filter(Boolean).slice(0, 5))
    .catch([]),
  after: z.uuid().optional().catch(undefined),
});
