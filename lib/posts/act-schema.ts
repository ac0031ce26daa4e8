import { z } from "zod";

const id = z.uuid("invalidChoice");
const version = z.coerce.number("invalid").int("invalid").min(1, "invalid");

/** Which version of a public post goes before its readers, and whether its page says that it was updated. */
export const updateInput = z.object({
  id,
  version,
  showAsUpdated: z.boolean("invalid").default(false),
});

/** Which revision of a post becomes the newest again, and which version the person has seen. */
export const restoreInput = z.object({
  id,
  version,
  revision: version,
});

/** For how many days a preview's link opens. */
export const PREVIEW_DAYS = [1, 7, 30] as const;
export const sharePreviewInput = z.object({
  id,
  days: z.coerce
    .number("invalidChoice")
    .refine((days) => PREVIEW_DAYS.some((each) => each === days), "invalidChoice")
    .default(7),
  /** Whether an own link that opens for some time yet will do. */
  reuse: z.boolean("invalid").default(false),
});
