/**
 * The address of a public comment: the page that shows it, wherever it stands, opened at its place. Takes the post's
 * slug and the comment's id. Returns a path of this site.
 */
export function commentPath(slug: string, id: string): string {
  return `/${slug}?replies=${id}#comment-${id}`;
}
