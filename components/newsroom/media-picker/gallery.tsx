"use client";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Picture } from "@/lib/media/schema";
import { pathFor } from "@/lib/media/shown";
import { listPictures } from "./ask";
import type { MediaPickerTexts } from "./texts";
import styles from "./media-picker.module.css";

/** The pictures that are there, each a button that picks it; its name is its alternative text. */
export function Gallery({ texts, onPick }: { texts: MediaPickerTexts; onPick: (picture: Picture) => void }) {
  const { pictures, state, more } = usePictures();
  return (
    <section aria-label={texts.existing} aria-busy={state === "loading"} className={styles.gallery}>
      <h3 className={styles.heading}>{texts.existing}</h3>
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

/** The pages of the list so far, and whether there is more to come. */
function usePictures() {
  const [pictures, setPictures] = useState<Picture[]>([]);
  const [state, setState] = useState<"loading" | "more" | "all" | "failed">("loading");
  const [wanted, setWanted] = useState<{ after: string | null }>({ after: null });
  useEffect(() => {
    let isOpen = true;
    void listPictures(wanted.after).then((page) => {
      if (!isOpen) return;
      if (page) setPictures((before) => [...before, ...page.pictures]);
      setState(page ? (page.next ? "more" : "all") : "failed");
    });
    return () => {
      isOpen = false;
    };
  }, [wanted]);
  const more = () => {
    setState("loading");
    setWanted({ after: pictures.at(-1)?.id ?? null });
  };
  return { pictures, state, more };
}
