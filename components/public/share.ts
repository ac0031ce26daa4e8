/*
 * Lets a reader pass a post on by the system's share sheet, or copy its link (post/share-post.tsx). Each button is shown
 * where the browser can do what it says: browsers without a sheet, and pages that are not served by https, have fewer.
 * Bundled by scripts/build/islands.mjs.
 */
const home = document.querySelector<HTMLElement>("[data-share]");
if (home) offer(home, home.dataset.share ?? "");

function offer(home: HTMLElement, url: string): void {
  // Old browsers and plain http lack what the types promise.
  const { share, clipboard } = navigator as Partial<Navigator>;
  const button = (by: string, act: () => void) => {
    const found = home.querySelector<HTMLElement>(`[data-by=${by}]`);
    if (!found) return;
    found.hidden = false;
    found.addEventListener("click", act);
  };
  if (share)
    button("sheet", () => {
      // Who closes the sheet has decided: there is nothing to say.
      navigator.share({ title: home.dataset.title, url }).catch(() => undefined);
    });
  if (clipboard)
    button("copy", () => {
      say(home, "");
      clipboard.writeText(url).then(
        () => say(home, home.dataset.copied),
        () => say(home, home.dataset.notCopied),
      );
    });
}

function say(home: HTMLElement, words = ""): void {
  const status = home.querySelector("[aria-live]");
  if (status) status.textContent = words;
}
