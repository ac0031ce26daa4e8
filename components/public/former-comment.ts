/*
 * A link to a comment of a post that came from WordPress ends in the comment's number there, which the server never sees. One
 * that is not on the page is asked for (lib/comments/thread/query.ts). Bundled by scripts/build/islands.mjs.
 */
const { hash, pathname, search } = location;
const number = /^#comment-(\d+)$/.exec(hash)?.[1];
if (number && !document.getElementById(hash.slice(1)) && !search.includes("replies="))
  location.replace(`${pathname}?replies=${number}${hash}`);
