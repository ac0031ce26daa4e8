import { useEffect, type RefObject } from "react";

/** Who walks on by the keys looks at the comment where they stay. */
const STAYS_MS = 400;
/** The server takes who is silent for more than twice as long for gone (lib/server/live-desk.ts). */
const AGAIN_MS = 15_000;

/** Tells the other desks at which comment of the list one looks: the one that holds the focus. Takes the list's form. */
export function useLooking(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const list = form.current;
    if (!list) return;
    let told: string | null = null;
    let staying: NodeJS.Timeout | undefined;
    const tell = (id: string | null) => {
      if (id === null && told === null) return;
      told = id;
      // Whoever is not heard looks at nothing, which is no loss.
      void fetch("/api/desk/looking", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id }),
        keepalive: true,
      }).catch(() => undefined);
    };
    const look = () => {
      clearTimeout(staying);
      const row = document.hidden ? null : document.activeElement?.closest<HTMLElement>("[data-row]");
      const id = row && list.contains(row) ? (row.dataset.row ?? null) : null;
      if (id !== told) staying = setTimeout(() => tell(id), STAYS_MS);
    };
    const leave = () => {
      clearTimeout(staying);
      tell(null);
    };
    const byVisibility = () => (document.hidden ? leave() : look());
    const again = setInterval(() => told !== null && tell(told), AGAIN_MS);
    // The next one has the focus when the event of the one before is over.
    const afterwards = () => setTimeout(look);
    // The focus may have been there before the scripts.
    look();
    list.addEventListener("focusin", look);
    list.addEventListener("focusout", afterwards);
    document.addEventListener("visibilitychange", byVisibility);
    addEventListener("pagehide", leave);
    return () => {
      clearInterval(again);
      list.removeEventListener("focusin", look);
      list.removeEventListener("focusout", afterwards);
      document.removeEventListener("visibilitychange", byVisibility);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [form]);
}
