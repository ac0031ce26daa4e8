/*
 * Fetches the fonts of a reader's first page once it is there and quiet, and notes it on the device: a phone's pages are
 * drawn in them from the next one on (first-page.css). Part of boot.js, so every byte counts.
 */
setTimeout(() => {
  if ("fonts" in localStorage) return;
  for (const { href } of document.querySelectorAll<HTMLLinkElement>("[as=font]")) void fetch(href);
  localStorage.fonts = "";
}, 3_000);
