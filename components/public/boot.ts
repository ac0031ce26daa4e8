import { draftsName } from "@/components/public/drafts-name";
import "@/components/public/keep-fonts";
import "@/components/public/live-replies";

/*
 * Wakes the islands of a readers' page at the first touch of their form (DESIGN.md §5), be it before this script came,
 * at a Reply link, and where a text that was not sent lies on the device. Until then, and where a script does not come, the form is plain HTML and
 * posts by itself. At most 1 KB; bundled by scripts/build/islands.mjs.
 */
interface Island {
  isAwake: boolean;
  /** What was done before its script was there: a button pressed (which Enter in a field does too), a Reply link followed. It is done once more then. */
  again?: () => void;
}

const islands = new Map<Element, Island>();

for (const touch of ["focusin", "pointerdown", "keydown", "click"]) document.addEventListener(touch, touched, true);
for (const home of document.querySelectorAll<HTMLElement>("[data-island]")) {
  // Shows what only works with scripts.
  home.toggleAttribute("data-scripted", true);
  const drafted = home.querySelector<HTMLElement>("form, [data-action]");
  // Who was quicker than this script has touched it already, and may be typing: no event tells of that any more.
  if (drafted && (home.matches(":focus-within") || hasDraft(drafted))) wake(home, drafted);
}

/** Whether a text lies on the device for this form, or for the one that stood in this one's place before the comments closed. */
function hasDraft(drafted: HTMLElement): boolean {
  try {
    return draftsName(drafted.getAttribute("action") ?? drafted.dataset.action) in localStorage;
  } catch {
    return false; // the browser allows no storage
  }
}

function touched(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const pressed = isPlainClick(event) ? target.closest<HTMLElement>("a[data-reply], [data-island] button") : null;
  const home = pressed?.matches("a")
    ? document.querySelector<HTMLElement>("[data-island=reply-form]")
    : target.closest<HTMLElement>("[data-island]");
  const form = home && home.querySelector("form");
  if (!form) return;
  const island = islands.get(home) ?? wake(home, form);
  if (island.isAwake || !pressed) return;
  island.again = () => pressed.click();
  event.preventDefault();
  event.stopPropagation();
}

function isPlainClick(event: Event): boolean {
  return event.type === "click" && event instanceof MouseEvent && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

function wake(home: HTMLElement, form: HTMLElement): Island {
  const island: Island = { isAwake: false };
  islands.set(home, island);
  form.toggleAttribute("novalidate", true);
  import(String(home.dataset.src))
    .then(({ default: hydrate }: { default: (home: Element, props: unknown) => void }) => {
      hydrate(home, JSON.parse((home.nextElementSibling as Element).textContent));
      // A text that was put back is not left folded away (staff-only.tsx).
      if (home.querySelector("textarea:valid")) home.closest("details")?.toggleAttribute("open", true);
    })
    .catch(() => {
      // The link is followed, and the plain form goes out, checked by the browser and by the server.
      form.toggleAttribute("novalidate", false);
      home.removeAttribute("data-scripted");
    })
    .finally(() => {
      island.isAwake = true;
      island.again?.();
    });
  return island;
}
