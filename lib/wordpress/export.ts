import type { ForeignComment } from "@/lib/comments/import";

/** A comment as an export tells of it: its name and text are HTML. */
export interface WordPressComment extends Omit<ForeignComment, "body" | "at" | "userId"> {
  html: string;
  /** null: it has none. */
  at: Date | null;
  /** The number of who wrote it while signed in; 0: nobody. */
  person: number;
}

/** A post or a static page as an export tells of it. */
export interface WordPressPost {
  /** 0: it has none by which WordPress finds it. */
  number: number;
  /** What tells it from the others of its site, as it stands there: its number. */
  id: string;
  kind: "post" | "page";
  isPublic: boolean;
  /** Whether it waits there for its date. */
  isScheduled: boolean;
  title: string;
  /** Its whole address there. */
  link: string;
  slug: string;
  html: string;
  excerpt: string;
  publishedAt: Date | null;
  /** The login of who wrote it. */
  login: string;
  categories: string[];
  tags: string[];
  commentsOpen: boolean;
  /** The number of its lead picture; 0: none. */
  picture: number;
  /** Its footnotes, as HTML, by their ids. */
  notes: Map<string, string>;
  comments: WordPressComment[];
}

/** A picture that was uploaded: the whole address of its file, and its texts. */
export interface WordPressPicture {
  src: string;
  alt: string;
  caption: string;
}

/** Somebody who wrote for a site. */
export interface WordPressPerson {
  number: number;
  login: string;
  email: string;
  name: string;
}

/** What an export file of WordPress (WXR) holds that this site has a place for. */
export interface WordPressExport {
  /** The site's address, by `https` and without `www.`: with a post's number it names the post, whatever file it comes in. */
  site: string;
  /** The site's language (BCP 47), where it says one. */
  lang: string | null;
  people: WordPressPerson[];
  posts: WordPressPost[];
  /** What was uploaded, by its number. */
  pictures: Map<number, WordPressPicture>;
  /** How much else is in it, by kind (`nav_menu_item`, `spam comment`). */
  others: Map<string, number>;
}
