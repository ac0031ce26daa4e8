import { z } from "zod";

/** What the law asks of the site (Regulation (EU) 2022/2065). */
export const lawInput = z.object({
  /** How often the numbers of the moderation are published (articles 15 and 24); none: not at all. */
  transparency: z.enum(["none", "month", "half", "year"], "invalidChoice"),
});

/** What holds until somebody stores something else. */
export const DEFAULT_LAW: z.infer<typeof lawInput> = { transparency: "none" };
