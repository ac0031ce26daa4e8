import { useEffect, useRef, useState } from "react";
import type { CommentStatus } from "@/lib/db/generated/enums";
import type { DeskNews } from "@/lib/server/live-desk";

/** What others do at the desk while it is open. */
export interface News {
  /** By comment, what a colleague made of it last, and who. */
  moved: ReadonlyMap<string, { to: CommentStatus; by: string; who: string | null }>;
  /** By what was reported (a comment), or complaint, whether it is settled, and who did. */
  settled: ReadonlyMap<string, { isOver: boolean; who: string | null }>;
  /** By colleague, at which comment they look. */
  looking: ReadonlyMap<string, { id: string; who: string }>;
}

const NONE: News = { moved: new Map(), settled: new Map(), looking: new Map() };

/**
 * Hears what others do while the page is in sight: a hidden one gives its connection back, of which a browser has few for a
 * site (RFC 9112 §9.4). Takes what is done when something may have been missed. Without a connection nothing is heard.
 */
export function useNews(missed: () => void): News {
  const [news, setNews] = useState(NONE);
  const onMissed = useRef(missed);
  useEffect(() => {
    onMissed.current = missed;
  });
  useEffect(() => {
    let events: EventSource | null = null;
    let wasOpen = false;
    const listen = () => {
      if (events) return;
      events = new EventSource("/api/desk/events");
      events.onopen = () => {
        if (wasOpen) onMissed.current();
        wasOpen = true;
      };
      events.onmessage = ({ data }: MessageEvent<string>) => {
        const heard = JSON.parse(data) as DeskNews;
        // What is open again may have left this page when it was made anew.
        if (heard.kind === "missed" || (heard.kind === "settled" && !heard.isOver)) onMissed.current();
        if (heard.kind !== "missed") setNews((before) => withNews(before, heard));
      };
      events.onerror = () => setNews(withoutLooking);
    };
    const leave = () => {
      events?.close();
      events = null;
      setNews(withoutLooking);
    };
    const byVisibility = () => (document.hidden ? leave() : listen());
    byVisibility();
    document.addEventListener("visibilitychange", byVisibility);
    return () => {
      document.removeEventListener("visibilitychange", byVisibility);
      events?.close();
    };
  }, []);
  return news;
}

function withoutLooking(before: News): News {
  return { ...before, looking: NONE.looking };
}

function withNews(before: News, heard: Exclude<DeskNews, { kind: "missed" }>): News {
  const { id, by, who } = heard;
  if (heard.kind === "moved") return { ...before, moved: new Map(before.moved).set(heard.id, { to: heard.to, by, who }) };
  if (heard.kind === "settled") return { ...before, settled: new Map(before.settled).set(heard.id, { isOver: heard.isOver, who }) };
  const left = new Map(before.looking);
  left.delete(by);
  return { ...before, looking: id && who ? left.set(by, { id, who }) : left };
}
