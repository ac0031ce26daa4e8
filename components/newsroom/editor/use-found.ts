import { useEffect, useState } from "react";

const PAUSE_MS = 250;

/**
 * What the server finds for what is typed; it is asked when one pauses, and the last answer counts. Takes the text and
 * the question, which must stay the same function from render to render; it answers null when it could not be asked.
 */
export function useFound<T>(typed: string, find: (typed: string) => Promise<T[] | null>): { found: T[]; isAsked: boolean } {
  const [answer, setAnswer] = useState<{ to: string; found: T[] }>({ to: "", found: [] });
  const q = typed.trim();
  useEffect(() => {
    if (!q) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void find(q).then((found) => {
        if (isCurrent && found) setAnswer({ to: q, found });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [q, find]);
  return { found: q ? answer.found : [], isAsked: q !== "" && answer.to === q };
}
