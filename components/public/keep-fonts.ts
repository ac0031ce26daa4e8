/*
 * Fetches the fonts of a reader's first page once it is there and quiet, and notes it on the device: a phone's pages are
 * drawn in them from the next one on (first-page.css). Where theme.js found the note, or a device that keeps none, there
 * is nothing to do; what goes wrong is tried again by the next page. Part of boot.js, so every byte counts.
 */
setTimeout(() => {
  for (const font of document.querySelectorAll<HTMLLinkElement>("[data-fonts=undefined] [as=font]"))
    fetch(font.href)
      .then(() => (localStorage.fonts = ""))
      .catch(() => {});
}, 3_000);
