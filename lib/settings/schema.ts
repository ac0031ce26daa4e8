import { z } from "zod";
import { interfaceLanguages } from "@/lib/i18n/messages";
import { frontInput, lookInput, menusInput } from "@/lib/settings/arrangement";
import { discussionInput } from "@/lib/settings/discussion-input";
import { lawInput } from "@/lib/settings/law-input";
import { isTimeZone } from "@/lib/settings/time-zones";
import { choice } from "@/lib/settings/typed";

/** The site itself: its name, languages and time zone. */
export const siteInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, "required")
    .max(80, "tooLong")
    .refine((text) => !/\p{Cc}/u.test(text), "invalid"),
  locale: z.string("invalidChoice").refine((code) => interfaceLanguages().includes(code), "invalidChoice"),
  /** Whether what stands around a post is in its language, and not in the site's. */
  interfaceFollowsPost: choice(),
  timeZone: z.string().refine(isTimeZone, "invalidChoice"),
});

/** What search engines are told of the site. */
export const searchEnginesInput = z.object({
  /** Whether addresses of posts are sent to IndexNow as they change. */
  indexNow: choice(),
});

/** All settings of the site. */
export const siteSettingsInput = z.object({
  ...siteInput.shape,
  ...discussionInput.shape,
  ...menusInput.shape,
  ...frontInput.shape,
  ...lookInput.shape,
  ...searchEnginesInput.shape,
  ...lawInput.shape,
});
export type SiteSettings = z.infer<typeof siteSettingsInput>;

/** The settings that readers' pages are made with; the others only acts and the newsroom need to know. */
export const publicSettings = siteSettingsInput.pick({
  name: true,
  locale: true,
  interfaceFollowsPost: true,
  timeZone: true,
  commentsOpen: true,
  commenters: true,
  guidelines: true,
  closeAfterDays: true,
  threadDepth: true,
  threadOrder: true,
  commentsPerPage: true,
  avatars: true,
  headerMenu: true,
  footerMenu: true,
  frontLeadId: true,
  frontSecondIds: true,
  frontSections: true,
  logoId: true,
  accent: true,
  fonts: true,
  languages: true,
  transparency: true,
});
