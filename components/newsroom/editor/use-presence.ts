import { useEffect, useState } from "react";
import type { Presence } from "@/lib/posts/presence";
import { sendPresence } from "./send-post";

/** The server takes who is silent for three times as long for gone (lib/posts/presence.ts). */
const EVERY_MS = 10_000;

/** Who else has the post open, and how it stands on the server; heard every few seconds. Takes its id (null: it is not stored yet) and who opened this editor. */
export function usePresence(id: string | null, writerId: string): Presence | null {
  const [presence, setPresence] = useState<Presence | null>(null);
  useEffect(() => {
    if (!id) return;
    let isCurrent = true;
    const tell = () =>
      void sendPresence(writerId, { id }).then((answer) => {
        if (isCurrent && answer.ok) setPresence(answer);
      });
    const leave = () => void sendPresence(writerId, { id, isLeaving: true });
    tell();
    const timer = setInterval(tell, EVERY_MS);
    addEventListener("pagehide", leave);
    return () => {
      isCurrent = false;
      clearInterval(timer);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [id, writerId]);
  return presence;
}
