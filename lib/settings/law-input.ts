import { z } from "zod";
import { lines } from "@/lib/settings/typed";

/** What the law asks of the site (Regulation (EU) 2022/2065). */
export const lawInput = z.object({
  /** How often the numbers of the moderation are published (articles 15 and 24); none: not at all. */
  transparency: z.enum(["none", "month", "half", "year"], "invalidChoice"),
  /** Whom to inform of a danger to life (article 18), as the newsroom is told: words, and a page. */
  police: lines(2_000),
  policeLink: z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "invalidUrl" })]),
});

/** What holds until somebody stores something else. */
export const DEFAULT_LAW: z.infer<typeof lawInput> = { transparency: "none", police: "", policeLink: "" };
