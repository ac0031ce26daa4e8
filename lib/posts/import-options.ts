import type { PostInput } from "@/lib/posts/schema";

/** How a file shall come in; what is not said stays as it is, or is made up: a draft, the language of its words. */
export interface ImportOptions {
  lang?: string;
  category?: string;
  /** `once`: not what readers had here already, nor what the newsroom put elsewhere. */
  publish?: boolean | "once";
  /** Addresses at which it stood before, with WordPress: paths or whole ones (`/?p=7`, `/2012/08/15/a-slug/`). */
  former?: string[];
  /** What a new post begins with besides; what an editor chooses for it later stays. */
  begins?: Partial<Pick<PostInput, "kind" | "slug" | "authorIds" | "commentsOpen" | "leadMediaId">> & {
    category?: string;
    /** The names of its tags, made when there are none. */
    tags?: string[];
  };
  /** When it was published first; else that is now. */
  publishedAt?: Date | null;
  /** Overwrite a post that was edited since the last import. */
  force?: boolean;
}
