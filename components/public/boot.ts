import "@/components/public/live-replies";

/*
 * Wakes the islands of a readers' page at the first touch of their form (DESIGN.md §5). Until then, and where a script
 * does not come, the form is plain HTML and posts by itself. At most 1 KB; bundled by scripts/build/islands.mjs.
 */
interface Island {
  form: HTMLFormElement;
  isAwake: boolean;
  /** The form was sent before its script was there. */
  isHeld: boolean;
}

const islands = new Map<Element, Island>();

for (const touch of ["focusin", "pointerdown", "keydown", "submit"]) document.addEventListener(touch, touched, true);

function touched(event: Event): void {
  const home = event.target instanceof Element && event.target.closest("[data-island]");
  const form = home && home.querySelector("form");
  if (!home || !form) return;
  const island = islands.get(home) ?? wake(home, form);
  if (event.type !== "submit" || island.isAwake) return;
  event.preventDefault();
  event.stopPropagation();
  island.isHeld = true;
}

function wake(home: Element, form: HTMLFormElement): Island {
  const island = { form, isAwake: false, isHeld: false };
  islands.set(home, island);
  form.noValidate = true;
  import(home.getAttribute("data-src") ?? "")
    .then(({ default: hydrate }: { default: (home: Element, props: unknown) => void }) => {
      hydrate(home, JSON.parse(home.nextElementSibling?.textContent ?? ""));
      awake(island);
    })
    .catch(() => {
      // The plain form goes out, checked by the browser and by the server.
      form.noValidate = false;
      awake(island);
    });
  return island;
}

function awake(island: Island): void {
  island.isAwake = true;
  const again = new Event("submit", { bubbles: true, cancelable: true });
  if (island.isHeld && island.form.dispatchEvent(again)) island.form.submit();
}
