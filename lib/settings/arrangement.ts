import { z } from "zod";
import { LANGUAGE } from "@/lib/i18n/languages";
import { readColour } from "@/lib/settings/colour";
import { DEFAULT_LOOK, FONT_CHOICES } from "@/lib/settings/look";

/** Languages that are offered until the settings name others. */
const LANGUAGES = ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk"];
const MOST_LANGUAGES = 40;
const MOST_MENU_ITEMS = 20;
const MOST_SECTIONS = 12;
/** Posts that stand under the one that opens the front page. */
export const MOST_SECONDS = 4;

const id = z.uuid("invalidChoice");
/** Nothing chosen is the empty text. */
const chosen = z.union([z.literal(""), id], "invalidChoice");
const label = z
  .string("required")
  .trim()
  .min(1, "required")
  .max(80, "tooLong")
  .refine((text) => !/\p{Cc}/u.test(text), "invalid");

/** Where a menu leads: a static page, a category, or an address of this site or another. */
export const menuItem = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("page"), id }),
  z.object({ kind: z.literal("category"), id }),
  z.object({
    kind: z.literal("address"),
    label,
    href: z
      .string("required")
      .trim()
      .max(2000, "tooLong")
      .regex(/^(https?:\/\/[^/\s\\]|\/(?![/\\]))[^\s\\\p{Cc}]*$/iu, "invalidUrl"),
  }),
]);

export type MenuItem = z.infer<typeof menuItem>;

/** The menus of readers' pages; an empty footer lists all static pages. */
export const menusInput = z.object({
  headerMenu: list(menuItem, MOST_MENU_ITEMS),
  footerMenu: list(menuItem, MOST_MENU_ITEMS),
});

/** The front page: the post that opens it and those under it (none: the newest), and the categories whose newest posts stand under the list. */
export const frontInput = z.object({
  frontLeadId: chosen,
  frontSecondIds: list(id, MOST_SECONDS).refine(areDistinct, "invalidChoice"),
  frontSections: list(id, MOST_SECTIONS).refine(areDistinct, "invalidChoice"),
});

/** The logo in place of the name, the accent colour, the fonts, and the languages that a post may have (BCP 47; as a form's text separated by commas). */
export const lookInput = z.object({
  logoId: chosen,
  accent: z.string("required").transform((typed, context) => {
    const colour = readColour(typed);
    if (colour === null) context.addIssue({ code: "custom", message: typed.trim() === "" ? "required" : "invalidColour" });
    return colour ?? "";
  }),
  fonts: z.enum(FONT_CHOICES, "invalidChoice"),
  languages: z
    .union([
      z.array(z.string()),
      z.string().transform((text) =>
        text
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map((code) => code.replace(/^[a-z]+/i, (start) => start.toLowerCase())),
      ),
    ])
    .pipe(z.array(z.string().regex(LANGUAGE, "invalidChoice")).min(1, "required").max(MOST_LANGUAGES, "tooLong"))
    .transform((codes) => [...new Set(codes)]),
});

/** How the site is arranged until the settings say otherwise. */
export const DEFAULT_ARRANGEMENT: z.infer<typeof menusInput> & z.infer<typeof frontInput> & z.infer<typeof lookInput> = {
  headerMenu: [],
  footerMenu: [],
  frontLeadId: "",
  frontSecondIds: [],
  frontSections: [],
  logoId: "",
  ...DEFAULT_LOOK,
  languages: LANGUAGES,
};

/** A list as it is stored, or as a form's field holds it (JSON). */
function list<Item extends z.ZodType>(item: Item, most: number) {
  return z.preprocess((typed) => (typeof typed === "string" ? fromJson(typed) : typed), z.array(item, "invalid").max(most, "tooLong"));
}

function areDistinct(ids: string[]): boolean {
  return new Set(ids).size === ids.length;
}

function fromJson(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
