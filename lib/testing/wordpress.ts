/** What a test says of a post in an export of WordPress; the rest is usual. */
interface Item {
  id: number;
  title?: string;
  type?: string;
  status?: string;
  password?: string;
  slug?: string;
  link?: string;
  html?: string;
  excerpt?: string;
  date?: string;
  login?: string;
  categories?: string[];
  tags?: string[];
  /** The number of the attachment that leads it. */
  picture?: number;
  comments?: Answer[];
}

interface Answer {
  id: number;
  parent?: number;
  approved?: string;
  type?: string;
  name?: string;
  email?: string;
  url?: string;
  html?: string;
  date?: string;
  user?: number;
}

/** A text as WordPress writes it into its export (wxr_cdata in wp-admin/includes/export.php). */
const cdata = (text: string | number) => `<![CDATA[${String(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** An export of WordPress (WXR 1.2) with these posts; one person wrote them, of whom it does not tell when `email` is empty. */
export function makeExport(items: Item[], { site = "https://old.example", email = "anna@old.example" } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.8" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Old News</title><link>${site}</link><language>de</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>${site}</wp:base_site_url><wp:base_blog_url>${site}</wp:base_blog_url>
${email && authorOf(email)}
<wp:category><wp:term_id>2</wp:term_id><wp:cat_name>${cdata("Stadt")}</wp:cat_name></wp:category>
${items.map((item) => itemOf(item, site)).join("\n")}
</channel>
</rss>`;
}

function authorOf(email: string): string {
  return `<wp:author><wp:author_id>4</wp:author_id><wp:author_login>${cdata("anna")}</wp:author_login>
<wp:author_email>${cdata(email)}</wp:author_email><wp:author_display_name>${cdata("Anna")}</wp:author_display_name></wp:author>`;
}

function itemOf(
  { id, title = "Ein Beitrag", type = "post", status = "publish", slug = `beitrag-${id}`, ...item }: Item,
  site: string,
): string {
  const { date = "2012-08-15 10:00:00", html = "<p>Der Text.</p>", excerpt = "", login = "anna", password = "" } = item;
  const terms = [
    ...(item.categories ?? []).map((name) => `<category domain="category" nicename="x">${cdata(name)}</category>`),
    ...(item.tags ?? []).map((name) => `<category domain="post_tag" nicename="x">${cdata(name)}</category>`),
  ];
  return `<item><title>${cdata(title)}</title><link>${item.link ?? `${site}/2012/08/${slug}/`}</link><dc:creator>${cdata(login)}</dc:creator>
<content:encoded>${cdata(html)}</content:encoded><excerpt:encoded>${cdata(excerpt)}</excerpt:encoded><wp:post_id>${id}</wp:post_id>
<wp:post_date>${cdata(date)}</wp:post_date><wp:post_date_gmt>${cdata(date)}</wp:post_date_gmt><wp:comment_status>${cdata("open")}</wp:comment_status>
<wp:post_name>${cdata(slug)}</wp:post_name><wp:status>${cdata(status)}</wp:status><wp:post_type>${cdata(type)}</wp:post_type>
<wp:post_password>${cdata(password)}</wp:post_password><wp:attachment_url>${cdata(`${site}/wp-content/uploads/${slug}.jpg`)}</wp:attachment_url>
${terms.join("")}<wp:postmeta><wp:meta_key>${cdata("_thumbnail_id")}</wp:meta_key><wp:meta_value>${cdata(item.picture ?? "")}</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key>${cdata("_edit_last")}</wp:meta_key><wp:meta_value>${cdata(4)}</wp:meta_value></wp:postmeta>
${(item.comments ?? []).map(commentOf).join("\n")}</item>`;
}

function commentOf({ id, parent = 0, approved = "1", type = "comment", name = "Grace", html = "Danke.", ...answer }: Answer): string {
  const { email = "grace@example.org", url = "", date = "2012-08-16 09:30:00", user = 0 } = answer;
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${cdata(name)}</wp:comment_author>
<wp:comment_author_email>${cdata(email)}</wp:comment_author_email><wp:comment_author_url>${cdata(url)}</wp:comment_author_url>
<wp:comment_author_IP>${cdata("192.0.2.7")}</wp:comment_author_IP><wp:comment_date>${cdata(date)}</wp:comment_date>
<wp:comment_date_gmt>${cdata(date)}</wp:comment_date_gmt><wp:comment_content>${cdata(html)}</wp:comment_content>
<wp:comment_approved>${cdata(approved)}</wp:comment_approved><wp:comment_type>${cdata(type)}</wp:comment_type>
<wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>${user}</wp:comment_user_id></wp:comment>`;
}
