import { useEffect, useRef } from "react";
import type { Form } from "./form";
import type { Values } from "./values";
import type { EditorPage } from "./view";

/** A text that was typed and not stored on the server, and the version that it was typed on. */
export interface Kept {
  values: Values;
  version: number | null;
  at: string;
}

/** What the editor opened with: the fields as they are stored, and a text that this browser kept. */
export interface Opened {
  stored: Values;
  kept: Kept | null;
}

const PREFIX = "leserbrief.text.";
const PAUSE_MS = 400;

/** Under which name this browser keeps a text: the writer's (a browser may serve two), and the post's or that it is a new one. */
export function keptName({ actor, kind }: EditorPage, post: { id: string } | null): string {
  return `${actor.id}.${post?.id ?? `new-${kind}`}`;
}

/** The text that this browser keeps under a name, or null. */
export function keptText(name: string): Kept | null {
  const text = localStorage.getItem(PREFIX + name);
  return text === null ? null : (JSON.parse(text) as Kept);
}

/** Lets the kept text go: it is stored on the server, or given up on purpose. */
export function forgetText(name: string): void {
  localStorage.removeItem(PREFIX + name);
}

/**
 * Keeps what is typed in this browser until it is stored, so that neither a closed tab nor a lost network takes it;
 * and asks before the page is left with unstored text. Takes the form, the name (`keptName`), the version it was opened
 * on, and the fields as they are stored.
 */
export function useKeptText(form: Form, name: string, version: number | null, stored: Values): void {
  const place = useRef({ name, version, stored: "" });
  useEffect(() => {
    place.current = { name, version, stored: JSON.stringify(stored) };
  }, [name, version, stored]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      const values = form.getValues();
      if (JSON.stringify(values) === place.current.stored) forgetText(place.current.name);
      else
        localStorage.setItem(
          PREFIX + place.current.name,
          JSON.stringify({ values, version: place.current.version, at: new Date().toISOString() }),
        );
    };
    const watching = form.watch(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE_MS);
    });
    const leaving = (event: BeforeUnloadEvent) => {
      keep();
      if (keptText(place.current.name)) event.preventDefault();
    };
    addEventListener("beforeunload", leaving);
    addEventListener("pagehide", keep);
    return () => {
      keep();
      watching.unsubscribe();
      removeEventListener("beforeunload", leaving);
      removeEventListener("pagehide", keep);
    };
  }, [form]);
}
