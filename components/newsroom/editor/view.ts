import type { CategoryChoice } from "@/components/newsroom/order/category-options";
import type { EditablePost } from "@/lib/posts/editable";
import type { LinkTarget } from "@/lib/posts/link-targets";
import type { RelatablePost } from "@/lib/posts/newsroom";
import type { RelatedAround } from "@/lib/posts/proposals";
import type { StaleRefusal } from "@/lib/posts/stale";
import type { Stored } from "@/lib/posts/store";
import type { ErrorCode, Result } from "@/lib/result";
import type { Unreachable } from "./saver";

/** Something to choose, by its name. */
export interface Choice {
  id: string;
  name: string;
}

/** What the editor can have done on the server; each is one server action. What is typed goes to a route (send-post.ts). */
export interface EditorActions {
  update: (input: { id: string; version: number; showAsUpdated: boolean }) => Promise<Result<Stored> | StaleRefusal>;
  publish: (id: string) => Promise<Result<{ slug: string }>>;
  submit: (id: string) => Promise<Result>;
  withdraw: (id: string) => Promise<Result>;
  preview: (id: string) => Promise<Result<{ path: string }>>;
  createCategory: (name: string) => Promise<Result<Choice>>;
  createTag: (name: string) => Promise<Result<Choice>>;
  findTags: (typed: string) => Promise<Result<{ tags: Choice[] }>>;
  findLinks: (query: { q: string }) => Promise<Result<{ targets: LinkTarget[] }>>;
  findRelated: (query: {
    q: string;
    not?: string;
    isPublic?: boolean;
    kind?: "post" | "page";
    notLang?: string;
  }) => Promise<Result<{ posts: RelatablePost[] }>>;
  relatedAround: (post: { id: string }) => Promise<Result<{ around: RelatedAround }>>;
  excludeRelated: (input: { id: string; relatedId: string; isExcluded: boolean }) => Promise<Result>;
  translations: (post: { id: string }) => Promise<Result<{ translations: RelatablePost[] }>>;
  setTranslation: (input: { id: string; otherId: string; isTranslation: boolean }) => Promise<Result>;
}

/** What the page hands to the editor: the post (null: a new one) and what its lists offer. */
export interface EditorPage {
  kind: "post" | "page";
  post: EditablePost | null;
  categories: CategoryChoice[];
  writers: Choice[];
  mayChooseByLines: boolean;
  mayPublish: boolean;
  /** Language codes, and the one that a new post begins with. */
  languages: Choice[];
  lang: string;
  /** The by-line that a new post begins with. */
  actor: Choice;
  /** The front page's address; a post's is this and its slug. */
  siteUrl: string;
  actions: EditorActions;
}

/** How the post stands in the database, as far as this editor knows. */
export interface Standing {
  id: string;
  version: number;
  slug: string;
  status: EditablePost["status"];
  /** The version that readers see; smaller than `version` while changes wait for "Update". */
  appliedVersion: number;
  /** Whether it was ever public: its address is then known, and only changed on purpose. */
  wasPublic: boolean;
  /** The date of its last update that readers are told of (ISO 8601). */
  revisedAt: string | null;
}

/** What went wrong: a code of the server's, or that it could not be asked. */
export type Problem = ErrorCode | "offline";

/** What was done last, for the live region. */
export type Notice = "saved" | "savedWrong" | "updated" | "published" | "submitted" | "withdrawn" | "taken" | null;

/** Calls the server; a lost connection is a refusal like others, so that nobody's text depends on it. */
export async function ask<T>(work: () => Promise<T>): Promise<T | Unreachable> {
  try {
    return await work();
  } catch (error) {
    // A redirect of Next's (to the sign-in page) is thrown too, and is its own to handle.
    if (error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT")) throw error;
    return { ok: false, error: "offline" };
  }
}
