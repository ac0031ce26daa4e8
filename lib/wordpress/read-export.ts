import type { Unusable } from "@/lib/posts/import-source";
import { readProblem } from "@/lib/read-problem";
import type { WordPressComment, WordPressExport, WordPressPicture, WordPressPost } from "@/lib/wordpress/export";
import { NotXml, readXml, type Element } from "@/lib/wordpress/read-xml";
import { metaOf, notesOf, numberOf, rawOf, termsOf, textOf, timeOf } from "@/lib/wordpress/values";

/** Of a file's channel each item, person and fact is one piece. */
const DEPTH = 2;
const KINDS = ["post", "page"] as const;
/** What is no text of anybody's: begun by the editor itself, a former version. */
const NO_TEXT = ["auto-draft", "inherit"];

/**
 * Reads an export of WordPress (WXR 1.0 to 1.2: Tools → Export). Takes the file's path. Returns what it holds, or in a
 * line why it is none. Spam, what was thrown away, and pings are left out. Source of the form: wp-admin/includes/export.php.
 */
export async function readExport(file: string): Promise<WordPressExport | Unusable> {
  const found: WordPressExport = { site: "", lang: null, people: [], posts: [], pictures: new Map(), others: new Map() };
  const names = new Set<string>();
  try {
    await readXml(file, DEPTH, (element) => {
      names.add(element.name);
      take(found, element);
    });
  } catch (error) {
    if (error instanceof NotXml) return { problem: error.message };
    return { problem: readProblem(error) };
  }
  return names.has("wp:wxr_version") && found.site ? found : { problem: "is no export of WordPress (WXR)" };
}

function take(found: WordPressExport, element: Element): void {
  const of = (name: string) => textOf(element, name);
  switch (element.name) {
    case "wp:base_blog_url":
      found.site = siteAt(element.text.trim());
      break;
    case "language":
      found.lang = /^[a-z]{2,3}\b/i.exec(element.text.trim())?.[0].toLowerCase() ?? null;
      break;
    case "wp:author":
      found.people.push({
        number: numberOf(of("wp:author_id")),
        login: of("wp:author_login"),
        email: of("wp:author_email"),
        name: of("wp:author_display_name"),
      });
      break;
    case "item":
      takeItem(found, element);
  }
}

/** One site at whichever of its addresses it was exported. */
function siteAt(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, "https://").replace(/\/$/, "");
}

function takeItem(found: WordPressExport, item: Element): void {
  const type = textOf(item, "wp:post_type");
  const kind = KINDS.find((known) => known === type);
  const status = textOf(item, "wp:status");
  if (type === "attachment") found.pictures.set(numberOf(textOf(item, "wp:post_id")), pictureOf(item));
  else if (!kind) leaveOut(found, type);
  else if (status === "trash") leaveOut(found, `${type} in the trash`);
  else if (!NO_TEXT.includes(status)) {
    const comments = item.children.filter(({ name }) => name === "wp:comment").flatMap((comment) => commentOf(found, comment));
    found.posts.push({ ...postOf(item, kind, status), comments });
  }
}

function leaveOut({ others }: WordPressExport, kind: string): void {
  others.set(kind, (others.get(kind) ?? 0) + 1);
}

function pictureOf(item: Element): WordPressPicture {
  return {
    src: textOf(item, "wp:attachment_url"),
    alt: metaOf(item, "_wp_attachment_image_alt"),
    caption: textOf(item, "excerpt:encoded"),
  };
}

function postOf(item: Element, kind: WordPressPost["kind"], status: string): Omit<WordPressPost, "comments"> {
  const of = (name: string) => textOf(item, name);
  return {
    number: numberOf(of("wp:post_id")),
    id: of("wp:post_id") || of("guid") || of("link"),
    kind,
    // What is shown to those who know a password is not for everybody.
    isPublic: status === "publish" && !of("wp:post_password"),
    isScheduled: status === "future",
    title: of("title"),
    link: of("link"),
    slug: of("wp:post_name"),
    html: rawOf(item, "content:encoded"),
    excerpt: of("excerpt:encoded"),
    publishedAt: timeOf(of("wp:post_date_gmt")) ?? timeOf(of("wp:post_date")),
    login: of("dc:creator"),
    categories: termsOf(item, "category"),
    tags: termsOf(item, "post_tag"),
    commentsOpen: of("wp:comment_status") === "open",
    picture: numberOf(metaOf(item, "_thumbnail_id")),
    notes: notesOf(metaOf(item, "footnotes")),
  };
}

/** A comment; none where it is no reader's word, was thrown away, or has no number by which it is known the next time. */
function commentOf(found: WordPressExport, comment: Element): WordPressComment[] {
  const of = (name: string) => textOf(comment, name);
  const [type, approved] = [of("wp:comment_type"), of("wp:comment_approved")];
  const number = numberOf(of("wp:comment_id"));
  const isComment = type === "" || type === "comment";
  const other = !isComment ? type : !["0", "1"].includes(approved) ? `${approved} comment` : number === 0 ? "comment without a number" : "";
  if (other) {
    leaveOut(found, other);
    return [];
  }
  return [
    {
      number,
      answers: numberOf(of("wp:comment_parent")),
      isApproved: approved === "1",
      name: of("wp:comment_author"),
      email: of("wp:comment_author_email"),
      website: of("wp:comment_author_url"),
      html: rawOf(comment, "wp:comment_content"),
      at: timeOf(of("wp:comment_date_gmt")) ?? timeOf(of("wp:comment_date")),
      person: numberOf(of("wp:comment_user_id")),
    },
  ];
}
