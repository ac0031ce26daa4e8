import type { WordPressComment, WordPressExport, WordPressPicture, WordPressPost } from "@/lib/wordpress/export";
import { NotXml, readXml, type Element } from "@/lib/wordpress/read-xml";
import { metaOf, notesOf, numberOf, rawOf, termsOf, textOf, timeOf } from "@/lib/wordpress/values";

/** Of a file's channel each item, person and fact is one piece. */
const DEPTH = 2;
const KINDS = ["post", "page"] as const;
/** What is no text of anybody's: thrown away, begun by the editor itself, a former version. */
const NOT_KEPT = ["trash", "auto-draft", "inherit"];

/**
 * Reads an export of WordPress (WXR 1.0 to 1.2: Tools → Export). Takes the file's path. Returns what it holds, or in a
 * line why it is none. Spam, what was thrown away, and pings are left out. Source of the form: wp-admin/includes/export.php.
 */
export async function readExport(file: string): Promise<WordPressExport | { problem: string }> {
  const found: WordPressExport = { site: "", lang: null, people: [], posts: [], pictures: new Map(), others: new Map() };
  const names = new Set<string>();
  try {
    await readXml(file, DEPTH, (element) => {
      names.add(element.name);
      take(found, element);
    });
  } catch (error) {
    if (error instanceof NotXml) return { problem: error.message };
    throw error;
  }
  return names.has("wp:wxr_version") && found.site ? found : { problem: "is no export of WordPress (WXR)" };
}

function take(found: WordPressExport, element: Element): void {
  const of = (name: string) => textOf(element, name);
  switch (element.name) {
    case "wp:base_blog_url":
      found.site = element.text.trim().replace(/\/$/, "");
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

function takeItem(found: WordPressExport, item: Element): void {
  const type = textOf(item, "wp:post_type");
  const kind = KINDS.find((known) => known === type);
  const status = textOf(item, "wp:status");
  if (kind && !NOT_KEPT.includes(status)) found.posts.push(postOf(item, kind, status));
  else if (type === "attachment") found.pictures.set(numberOf(textOf(item, "wp:post_id")), pictureOf(item));
  else if (!kind) found.others.set(type, (found.others.get(type) ?? 0) + 1);
}

function pictureOf(item: Element): WordPressPicture {
  return {
    src: textOf(item, "wp:attachment_url"),
    alt: metaOf(item, "_wp_attachment_image_alt"),
    caption: textOf(item, "excerpt:encoded"),
  };
}

function postOf(item: Element, kind: WordPressPost["kind"], status: string): WordPressPost {
  const of = (name: string) => textOf(item, name);
  return {
    number: numberOf(of("wp:post_id")),
    kind,
    // What is shown to those who know a password is not for everybody.
    isPublic: status === "publish" && !of("wp:post_password"),
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
    comments: item.children.filter(({ name }) => name === "wp:comment").flatMap(commentOf),
  };
}

function commentOf(comment: Element): WordPressComment[] {
  const of = (name: string) => textOf(comment, name);
  const [at, approved] = [timeOf(of("wp:comment_date_gmt")) ?? timeOf(of("wp:comment_date")), of("wp:comment_approved")];
  const isComment = ["", "comment"].includes(of("wp:comment_type")) && ["0", "1"].includes(approved);
  if (!isComment || !at) return [];
  return [
    {
      number: numberOf(of("wp:comment_id")),
      answers: numberOf(of("wp:comment_parent")),
      isApproved: approved === "1",
      name: of("wp:comment_author"),
      email: of("wp:comment_author_email"),
      website: of("wp:comment_author_url"),
      html: rawOf(comment, "wp:comment_content"),
      at,
      person: numberOf(of("wp:comment_user_id")),
    },
  ];
}
