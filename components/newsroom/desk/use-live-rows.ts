import { useEffect, useEffectEvent, useLayoutEffect, useRef, useTransition, type RefObject } from "react";
import { useRouter } from "next/navigation";
import { useListed } from "./use-listed";
import { useLooking } from "./use-looking";
import { useNews, type News } from "./use-news";

interface Live<Row> {
  /** Who looks at it. */
  me: string;
  /** Whether it has left the list by what others did. */
  isGone: (row: Row, news: News) => boolean;
  /** Whether it stands before others. */
  isUrgent: (row: Row) => boolean;
  /** Whether an act of this desk's own is under way: what it moves is told with its answer. */
  isPending: boolean;
  /** What this desk's own last act moved. */
  moved: readonly string[];
}

/**
 * The rows of a list in which others act at the same time: what they settled goes, and where that is most of the page, or
 * something was reported or complained of, it is made anew; they are told at what one looks. What is new above what one works at is
 * kept back until one asks for it: nothing moves under a pointer, or away from who reads. Takes the list's form and the rows as
 * the page was made with them. Returns those to show, what notes what is typed, the news, and what is kept back.
 */
export function useLiveRows<Row extends { id: string }>(
  form: RefObject<HTMLFormElement | null>,
  made: Row[],
  { me, isGone, isUrgent, isPending, moved }: Live<Row>,
) {
  const { refresh, isRefreshing } = useRefresh();
  const { news: heard, forget } = useNews(refresh);
  const news = isPending ? ofOthers(heard, me) : heard;
  const listed = useListed(made, { isGone: (row) => isGone(row, news), isUrgent, acted: moved });
  const { listed: rows, typed, onInput, back, isBehind, catchUp } = listed;
  useLooking(form);

  const onBehind = useEffectEvent(() => {
    if (typed.size === 0 && !isInUse(form.current)) catchUp();
  });
  useLayoutEffect(() => {
    if (isBehind) onBehind();
  }, [isBehind, made]);
  const shownNext = useRef<string>(undefined);
  useEffect(() => {
    if (shownNext.current) form.current?.querySelector<HTMLElement>(`[data-row="${shownNext.current}"]`)?.focus();
    shownNext.current = undefined;
  }, [form, rows]);
  const show = () => {
    shownNext.current = back[0]?.id;
    catchUp();
  };

  // What was heard before the page was asked for anew is in it; what was heard meanwhile may not be.
  const known = useRef<News>(null);
  const onAsked = useEffectEvent(() => {
    known.current ??= heard;
  });
  const onMade = useEffectEvent(() => {
    if (known.current) forget(known.current, typed);
    known.current = null;
  });
  const isAsked = isPending || isRefreshing;
  useEffect(() => {
    if (isAsked) onAsked();
  }, [isAsked]);
  useEffect(() => onMade(), [made]);

  const isHalfGone = made.length > 0 && made.filter((row) => !isGone(row, news)).length * 2 <= made.length;
  const onHalfGone = useEffectEvent(refresh);
  useEffect(() => {
    if (isHalfGone) onHalfGone();
  }, [isHalfGone, made]);
  return { rows, onInput, news, fresh: { count: back.length, urgent: back.filter(isUrgent).length, show } };
}

/** Whether somebody works in a list: the focus or the pointer is there, something is chosen, or one has read on in it. */
function isInUse(form: HTMLFormElement | null): boolean {
  if (!form) return false;
  const isHeld = form.contains(document.activeElement) || form.matches(":hover") || form.querySelector("input:checked") !== null;
  return isHeld || form.getBoundingClientRect().top < 0;
}

/** Makes the page anew: what is wished for while that is under way is done by one more of it, however much that is. */
function useRefresh() {
  const router = useRouter();
  const [isRefreshing, start] = useTransition();
  const again = useRef(false);
  const refresh = () => {
    again.current = isRefreshing;
    if (!isRefreshing) start(() => router.refresh());
  };
  const onRefreshed = useEffectEvent(() => {
    if (again.current) refresh();
  });
  useEffect(() => {
    if (!isRefreshing) onRefreshed();
  }, [isRefreshing]);
  return { refresh, isRefreshing };
}

function ofOthers(news: News, me: string): News {
  const left = <Note extends { by: string }>(notes: ReadonlyMap<string, Note>) => new Map([...notes].filter(([, { by }]) => by !== me));
  return { ...news, moved: left(news.moved), settled: left(news.settled) };
}
