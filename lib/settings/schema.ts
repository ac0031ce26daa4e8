import { z } from "zod";

/** The site's settings. Limits are replies from one address. */
export const siteSettingsInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, "required")
    .max(80, "tooLong")
    .refine((text) => !/\p{Cc}/u.test(text), "invalid"),
  locale: z.enum(["en", "de"], "invalidChoice"),
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", "invalidChoice"),
  repliesPerMinute: z.coerce.number("invalidChoice").int("invalidChoice").min(1, "invalidChoice").max(10_000, "invalidChoice"),
  repliesPerHour: z.coerce.number("invalidChoice").int("invalidChoice").min(1, "invalidChoice").max(100_000, "invalidChoice"),
});

/** How many replies are taken from one address until the settings say otherwise (CONTRACT.md 9). */
export const DEFAULT_REPLY_LIMITS = { repliesPerMinute: 10, repliesPerHour: 60 };

export type SiteSettings = z.infer<typeof siteSettingsInput>;

/** The settings that readers' pages are made with; the others only acts need to know. */
export const publicSettings = siteSettingsInput.pick({ name: true, locale: true, timeZone: true });
