import type { SiteSettings } from "@/lib/settings/schema";

/** The settings of the discussion that a post or a category can have otherwise. */
type Overridable = Pick<SiteSettings, "commenters" | "moderation" | "closeAfterDays" | "guidelines">;

/** What holds for a post, or for a category's posts and those under it; null: as what is above it says. */
export type Override = { [Key in keyof Overridable]: Overridable[Key] | null } & { commentsOpen: boolean | null };

/** Whether the post's category, or one above it, closed its discussions: the site's own switch is `commentsOpen`. */
export interface Section {
  isSectionOpen: boolean;
}

/**
 * The rules in force where these overrides were made: what is nearest counts, and the site's settings where nothing was
 * said. Takes the settings, and the overrides with the nearest first: the post's, its category's, that of the one above …
 */
export function inForce<Settings extends Partial<Overridable>>(settings: Settings, overrides: Partial<Override>[]): Settings & Section {
  const said = (["commenters", "moderation", "closeAfterDays", "guidelines"] as const).flatMap((key) => {
    const nearest = overrides.find((each) => (each[key] ?? null) !== null);
    return nearest ? [[key, nearest[key]] as const] : [];
  });
  const open = overrides.find(({ commentsOpen }) => typeof commentsOpen === "boolean");
  return { ...settings, ...Object.fromEntries(said), isSectionOpen: open?.commentsOpen ?? true };
}
