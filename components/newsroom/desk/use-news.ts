import { useEffect, useEffectEvent, useState } from "react";
import type { CommentStatus } from "@/lib/db/generated/enums";
import type { DeskNews } from "@/lib/server/desk-news";

/** What others do at the desk while it is open. `by` is who did, `who` their name, null where it is not known. */
export interface News {
  /** By comment, what a colleague made of it last. */
  moved: ReadonlyMap<string, { to: CommentStatus; by: string; who: string | null }>;
  /** By what was reported (a comment), or complaint, who settled it. */
  settled: ReadonlyMap<string, { by: string; who: string | null }>;
  /** By colleague, at which comment they look. */
  looking: ReadonlyMap<string, { id: string; who: string }>;
}

interface Hearing {
  news: News;
  /** Forgets of what was `known` all that still holds, but what is about these rows. */
  forget: (known: News, but: ReadonlySet<string>) => void;
}

/** How long ago a list may have been asked for that is on the page by now, in a page that is older itself. */
const MAX_AGE_MS = 10_000;

const NONE: News = { moved: new Map(), settled: new Map(), looking: new Map() };

/**
 * Hears what others do while the page is in sight: a hidden one gives its connection back, of which a browser has few for a
 * site (RFC 9112 §9.4). Takes what is done when something may have been missed, or when there may be more to list. Without
 * a connection nothing is heard.
 */
export function useNews(missed: () => void): Hearing {
  const [news, setNews] = useState(NONE);
  const onMissed = useEffectEvent(missed);
  useEffect(() => {
    let events: EventSource | null = null;
    let wasOpen = false;
    const listen = () => {
      if (events) return;
      events = new EventSource(`/api/desk/events?age=${Math.ceil(Math.min(performance.now(), MAX_AGE_MS))}`);
      events.onopen = () => {
        if (wasOpen) onMissed();
        wasOpen = true;
      };
      events.onmessage = ({ data }: MessageEvent<string>) => {
        const heard = JSON.parse(data) as DeskNews;
        if (heard.kind !== "missed") setNews((before) => withNews(before, heard));
        if (heard.kind === "missed" || heard.kind === "opened") onMissed();
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
  return { news, forget: (known, but) => setNews((before) => without(before, known, but)) };
}

function withoutLooking(before: News): News {
  return { ...before, looking: NONE.looking };
}

function withNews(before: News, heard: Exclude<DeskNews, { kind: "missed" }>): News {
  if (heard.kind === "opened") {
    const settled = new Map(before.settled);
    settled.delete(heard.id);
    return { ...before, settled };
  }
  const { id, by, who } = heard;
  if (heard.kind === "moved") return { ...before, moved: new Map(before.moved).set(heard.id, { to: heard.to, by, who }) };
  if (heard.kind === "settled") return { ...before, settled: new Map(before.settled).set(heard.id, { by, who }) };
  const left = new Map(before.looking);
  left.delete(by);
  return { ...before, looking: id && who ? left.set(by, { id, who }) : left };
}

function without(before: News, known: News, but: ReadonlySet<string>): News {
  const left = <Note>(notes: ReadonlyMap<string, Note>, ofKnown: ReadonlyMap<string, Note>) =>
    new Map([...notes].filter(([id, note]) => but.has(id) || ofKnown.get(id) !== note));
  return { ...before, moved: left(before.moved, known.moved), settled: left(before.settled, known.settled) };
}
