import { useEffect, useState } from "react";
import { Autosave } from "./autosave";
import type { SaveState } from "./autosave-parts";
import type { Form } from "./form";
import { KeptTexts, type Kept } from "./kept-text";
import { fingerprint } from "./same";
import { Saver, type Place, type SaveAnswer, type SentFields } from "./saver";
import { newId } from "./new-id";
import { sendPost } from "./send-post";
import { valuesOf, type Values } from "./values";
import type { EditorPage } from "./view";

/** What the editor opened with: the fields as they are stored, and a text that this browser kept. */
export interface Opened {
  stored: Values;
  kept: Kept | null;
  place: Place;
  texts: KeptTexts;
}

/** What the editor opens: what this browser kept of the post, where it is another text than the stored one. */
export function openPost(page: EditorPage): Opened {
  const { post, kind, actor } = page;
  const [stored, texts] = [valuesOf(page), new KeptTexts(actor.id)];
  const next = () => (post ? texts.take(post.id) : texts.takeNew(kind));
  // The page that was left may have sent its last text twice, and the second one may come only now: it is no stranger's.
  let unanswered: string[] = [];
  const isOnPage = ({ values, storedAs }: Kept) =>
    storedAs === undefined ? fingerprint(values) === fingerprint(stored) : storedAs <= (post?.version ?? 0);
  let kept = next();
  for (; kept && isOnPage(kept); kept = next()) {
    unanswered = [...unanswered, ...kept.place.unanswered];
    texts.forget(kept.place.id, null);
  }
  const place = { id: post?.id ?? newId(), version: post?.version ?? null, unanswered };
  return { stored, kept, place: kept ? { ...kept.place, version: kept.storedAs ?? kept.place.version } : place, texts };
}

interface Saving {
  form: Form;
  page: EditorPage;
  opened: Opened;
  /** An address that nobody chose follows the title: it is sent as none. */
  isSlugChosen: boolean;
  onAnswer: (answer: SaveAnswer, sent: SentFields) => void;
}

/**
 * Stores what is typed by itself, on this device and on the server. Returns how far it has come, and what stores it at
 * once, waits for a choice between two texts, and takes another text as the stored one.
 */
export function useSaving({ form, page, opened, isSlugChosen, onAnswer }: Saving) {
  const [state, setState] = useState<SaveState>({ is: "stored", at: null });
  const read = () => fieldsOf(form.getValues(), page.kind, isSlugChosen);
  const [{ saver, autosave }] = useState(() => {
    const { texts } = opened;
    // With the name of the save that is on its way: were its answer lost with the page, the text would else seem another's.
    const made: Saver = new Saver(opened.place, (input) => {
      keep();
      return sendPost(page.actor.id, input);
    });
    const keep = () => texts.keep({ kind: page.kind, values: form.getValues(), place: made.place, at: new Date().toISOString() });
    const parts = { saver: made, read, keep, forget: () => texts.forget(made.place.id, made.place.version), onState: setState, onAnswer };
    return { saver: made, autosave: new Autosave(parts, fieldsOf(opened.stored, page.kind, isSlugChosen)) };
  });
  useEffect(() => autosave.attend({ read, onAnswer }));
  useEffect(() => {
    // What was typed before this listened counts, too.
    if (opened.kept || autosave.isChanged) autosave.touch();
    const watching = form.watch((_, { name }) => {
      autosave.touch();
      // The server may have marked it: the mark goes once the field is right.
      if (name && form.getFieldState(name).invalid) void form.trigger(name);
    });
    const tryNow = () => autosave.tryNow();
    const leave = () => autosave.leave();
    for (const name of ["online", "focus", "pageshow"]) addEventListener(name, tryNow);
    document.addEventListener("visibilitychange", tryNow);
    addEventListener("pagehide", leave);
    return () => {
      leave();
      watching.unsubscribe();
      for (const name of ["online", "focus", "pageshow"]) removeEventListener(name, tryNow);
      document.removeEventListener("visibilitychange", tryNow);
      removeEventListener("pagehide", leave);
    };
  }, [form, opened, autosave]);
  useWarning(state);
  return {
    state,
    store: () => autosave.store(),
    touch: () => autosave.touch(),
    goOnFrom: (version: number) => saver.goOnFrom(version),
    takeAsStored: (values: Values) => autosave.takeAsStored(fieldsOf(values, page.kind, isSlugChosen)),
  };
}

function fieldsOf(values: Values, kind: EditorPage["kind"], isSlugChosen: boolean): SentFields {
  const { id: _, ...fields } = values;
  return { ...fields, slug: isSlugChosen ? values.slug : "", kind };
}

/** Asks before the page is left while the server does not have the text: the person may go on at another device. */
function useWarning(state: SaveState): void {
  const isKept = state.is === "kept";
  useEffect(() => {
    if (!isKept) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isKept]);
}
