import type { CommandContext } from "../start/context";
import { fillPosts, OLD_HAND, POSTS, type Filled } from "./newsroom-fill";
import { benchReads, timeRead } from "./reads";

/** A page of a list within this time is called quick. */
const QUICK_MS = 100;

/** Measures the newsroom's list of posts with a million of them: every tab, filter and order, its first page and one far behind. */
export function benchNewsroom(context: CommandContext): Promise<void> {
  return benchReads(context, { name: "newsroom", posts: POSTS, fill: fillPosts, measure });
}

const row = <T>(name: string, work: () => Promise<T>) => timeRead(name, QUICK_MS, work);

async function measure(filled: Filled): Promise<void> {
  // Loaded late: it opens the database that was found by then.
  const { listPosts } = await import("@/lib/posts/list");
  const { postCounts } = await import("@/lib/posts/list-counts");
  const { listChoices } = await import("@/lib/posts/list-choices");
  const { editor, writer } = filled;
  await row("counts of the tabs", () => postCounts(editor, "post"));
  await row("counts of a writer's tabs", () => postCounts(writer, "post"));
  await row("what the filters offer", () => listChoices(editor, "post"));
  for (const [name, query] of Object.entries(queriesOf(filled))) {
    const first = await row(name, () => listPosts(editor, query));
    if (!first.ok) throw new Error(first.error);
    const { next } = first;
    if (next) await row(`${name}, next page`, () => listPosts(editor, { ...query, after: next }));
  }
  await row("a writer's own", () => listPosts(writer, {}));
}

function queriesOf({ agency, oldHand, category, tag, oldTag }: Filled): Record<string, object> {
  const middle = Date.UTC(2020, 5, 15);
  const id = "00000000-0000-7000-8000-000000000000";
  return {
    "all, last changed": {},
    "all, from the middle on": { after: `${middle}_${id}` },
    "all, oldest change first": { isTurned: "1" },
    "all, by date": { sort: "date" },
    "all, by date, from the middle on": { sort: "date", after: `${middle}_${id}` },
    "all, by title": { sort: "title" },
    "all, by title, from M on": { sort: "title", after: `m_${id}` },
    pages: { kind: "page" },
    drafts: { status: "draft" },
    "published, by date": { status: "published", sort: "date" },
    "trash, by title": { status: "trash", sort: "title" },
    "archived, by date": { status: "archived", sort: "date" },
    "a category": { category },
    "a category, by title": { category, sort: "title" },
    "a category, by date": { category, sort: "date" },
    "a language, by title": { lang: "en", sort: "title" },
    "a category's drafts": { category, status: "draft" },
    "a rare language": { lang: "uk" },
    "a rare language, by date": { lang: "uk", sort: "date" },
    "an agency's (every fifth post)": { author: agency },
    [`an author's of ${OLD_HAND.toLocaleString("en")}, long ago`]: { author: oldHand },
    "the same, by title": { author: oldHand, sort: "title" },
    "a tag": { tag },
    "a tag of long ago": { tag: oldTag },
    "a tag of a category's, in a language": { tag, category, lang: "en" },
    "a month": { month: "2019-03" },
    "a month of a category, by title": { month: "2019-03", category, sort: "title" },
    "a frequent word": { q: "harbour" },
    "a rare word": { q: "number 777777" },
    "a word that nobody wrote": { q: "qqqqqq" },
    "two letters": { q: "ma" },
  };
}
