import type { News } from "@/components/public/live-replies";

/**
 * Puts the thread as it is now in the place of the one that is shown, marks what is new and takes the focus to the
 * first of it; the form, wherever it stands and whatever was typed into it, is carried over. Where nothing of the new
 * stands on this page, the browser goes where it does. Takes the element that told of it, and what it was told: where
 * the first of it stands, and the ids of all that is new, since a page also grows by what moves up from the next one.
 * Where nobody knows them (""), all that was not shown is new. Rejects when the page cannot be had.
 */
export async function showReplies(place: HTMLElement, [, address, ids]: News): Promise<void> {
  // Clicked twice.
  if (place.hidden) return;
  place.hidden = true;
  const { pathname, search } = location;
  const [shown, fresh] = [threadOf(document), threadOf(await pageAt(pathname + search))];
  const known = new Set(commentsOf(shown).map(({ id }) => id));
  const added = commentsOf(fresh).filter(({ id }) => !known.has(id) && (!ids || ids.includes(id.replace("comment-", ""))));
  const [first] = added;
  if (!first) return location.assign(address);
  for (const comment of added) comment.toggleAttribute("data-new", true);
  document.adoptNode(fresh);
  carryForm(shown, fresh);
  carryPlace(place, fresh);
  shown.replaceWith(fresh);
  first.tabIndex = -1;
  first.focus();
}

async function pageAt(path: string): Promise<Document> {
  const response = await fetch(path);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function threadOf(page: Document): HTMLElement {
  const thread = page.getElementById("comments");
  if (!thread) throw new Error("There is no thread on this page.");
  return thread;
}

function commentsOf(thread: HTMLElement): HTMLElement[] {
  return [...thread.querySelectorAll<HTMLElement>("article[id]")];
}

/** The form stands behind the comment that it answers: there it goes again, or, where that is gone, below the thread. */
function carryForm(shown: HTMLElement, fresh: HTMLElement): void {
  const form = shown.querySelector("#reply");
  if (!form) return;
  const answered = form.parentElement?.querySelector("article")?.id;
  const there = answered && commentsOf(fresh).find(({ id }) => id === answered);
  if (there) there.after(form);
  else shown.after(form);
}

/** The element that tells of new replies stays the same, and listens from what is shown now. */
function carryPlace(place: HTMLElement, fresh: HTMLElement): void {
  const newest = fresh.querySelector<HTMLElement>("[data-events]");
  place.hidden = true;
  if (!newest) return;
  place.dataset.events = newest.dataset.events;
  newest.replaceWith(place);
}
