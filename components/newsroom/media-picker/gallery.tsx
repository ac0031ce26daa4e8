"use client";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Picture } from "@/lib/media/schema";
import { pathFor } from "@/lib/media/shown";
import { listPictures } from "./ask";
import type { MediaPickerTexts } from "./texts";
import styles from "./media-picker.module.css";

/** How long nothing is typed before it is looked for, in milliseconds. */
const PAUSE_MS = 250;

/** The pictures that are there, each a button that picks it; its name is its alternative text. */
export function Gallery({ texts, onPick }: { texts: MediaPickerTexts; onPick: (picture: Picture) => void }) {
  const { pictures, state, more, find } = usePictures();
  return (
    <section aria-label={texts.existing} aria-busy={state === "loading"} className={styles.gallery}>
      <h3 className={styles.heading}>{texts.existing}</h3>
      <Field label={texts.search} type="search" maxLength={200} onChange={(event) => find(event.target.value)} />
      <ul role="list" className={styles.pictures}>
        {pictures.map((each) => (
          <li key={each.id}>
            <button type="button" className={styles.picture} onClick={() => onPick(each)}>
              <img src={pathFor(each, 320)} alt={each.alt} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.soft}>
        {state === "loading" && texts.loading}
        {state === "failed" && texts.problems.network}
        {state === "all" && pictures.length === 0 && texts.none}
      </p>
      {state !== "all" && state !== "loading" && (
        <Button type="button" small onClick={more}>
          {texts.more}
        </Button>
      )}
    </section>
  );
}

/** The pages of the list so far, whether there is more to come, and how to look for some. */
function usePictures() {
  const [pictures, setPictures] = useState<Picture[]>([]);
  const [state, setState] = useState<"loading" | "more" | "all" | "failed">("loading");
  const [wanted, setWanted] = useState<{ q: string; after: string | null }>({ q: "", after: null });
  useEffect(() => {
    let isOpen = true;
    const ask = async () => {
      const page = await listPictures(wanted.q, wanted.after);
      if (!isOpen) return;
      if (page) setPictures((before) => (wanted.after ? [...before, ...page.pictures] : page.pictures));
      setState(page ? (page.next ? "more" : "all") : "failed");
    };
    const timer = setTimeout(() => void ask(), wanted.q && !wanted.after ? PAUSE_MS : 0);
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  const ask = (next: typeof wanted) => {
    setState("loading");
    setWanted(next);
  };
  const more = () => ask({ ...wanted, after: pictures.at(-1)?.id ?? null });
  return { pictures, state, more, find: (q: string) => ask({ q: q.trim(), after: null }) };
}
