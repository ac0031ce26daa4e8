/*
 * Lets an open page hear of new replies, while somebody looks at it: our server sends the ready sentence and where the
 * first of them stands (lib/server/live-replies). Part of boot.js, so every byte counts; what a click does comes when
 * it is made (show-replies.ts). What goes wrong leaves the page as it is.
 */
const place = document.querySelector<HTMLElement>("[data-events]");
const link = place?.querySelector("a");
/** The page is there before it listens: a browser has six connections for a site over HTTP/1.1. */
const QUIET_MS = 3_000;
/** The live region must stand there before it is filled, so that it is read aloud. */
const APART_MS = 99;

if (place && link) {
  let source: EventSource | undefined;

  const listen = (): void => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(String(place.dataset.events));
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const [sentence = "", path = ""] = data.split("\n");
      place.hidden = !sentence;
      link.href = path;
      setTimeout(() => (link.textContent = sentence), APART_MS);
    };
  };

  setTimeout(() => {
    document.addEventListener("visibilitychange", listen);
    listen();
  }, QUIET_MS);

  link.onclick = (event) => {
    event.preventDefault();
    import("./show-replies").then(({ showReplies }) => showReplies(place, link.href)).then(listen, () => location.assign(link.href));
  };
}
