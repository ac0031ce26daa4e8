import { useEffect, type RefObject } from "react";
import { useListed } from "./use-listed";
import { useLooking } from "./use-looking";
import { useNews, type News } from "./use-news";
import { useRefresh } from "./use-refresh";

interface Live<Row> {
  /** Whether it has left the list by what others did. */
  isGone: (row: Row, news: News) => boolean;
  /** Whether an act of this desk's own is under way: what it moves is told with its answer. */
  isPending: boolean;
  /** What this desk's own last act moved. */
  moved: readonly string[];
}

/**
 * The rows of a list in which others act at the same time: what they settled goes, and where that is most of the page
 * it is made anew; they are told at what one looks. Takes the list's form and the rows as the page was made with them.
 * Returns those to show, what notes what is typed, and the news.
 */
export function useLiveRows<Row extends { id: string }>(
  form: RefObject<HTMLFormElement | null>,
  made: Row[],
  { isGone, isPending, moved }: Live<Row>,
) {
  const refresh = useRefresh();
  const news = useNews(refresh);
  const { listed: rows, onInput } = useListed(made, (row) => isGone(row, news) && !isPending, moved);
  useLooking(form);
  const isHalfGone = made.length > 0 && rows.length * 2 <= made.length;
  useEffect(() => {
    if (isHalfGone) refresh();
  }, [isHalfGone, refresh]);
  return { rows, onInput, news };
}
