/*
 * Lets an open page hear of new replies, while somebody looks at it: our server sends the ready sentence, where the
 * first of them stands and which they are (lib/server/live-replies). Part of boot.js, so every byte counts; what a click
 * does comes when it is made (show-replies.ts). What goes wrong leaves the page as it is.
 */
const link = document.querySelector<HTMLAnchorElement>("[data-events] a");

/** The sentence, where the first new reply stands, and which are new. */
export type News = [string, string, string];

if (link) {
  const place = link.parentElement as HTMLElement;
  let source: EventSource | undefined;
  let news: News;

  const listen = (): void => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(place.dataset.events as string);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      news = data.split("\n") as News;
      place.hidden = !news[0];
      link.href = news[1];
      // The live region must stand there before it is filled, so that it is read aloud.
      setTimeout(() => (link.text = news[0]), 99);
    };
  };

  // The page is there before it listens: a browser has six connections for a site over HTTP/1.1.
  setTimeout(() => {
    document.addEventListener("visibilitychange", listen);
    listen();
  }, 3_000);

  link.onclick = (event) => {
    event.preventDefault();
    import("./show-replies").then(({ showReplies }) => showReplies(place, news)).then(listen, () => location.assign(link.href));
  };
}
