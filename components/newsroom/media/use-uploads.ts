import { useEffect, useState } from "react";
import { upload, type PictureTexts, type Problems } from "@/components/newsroom/media-picker/ask";
import { checkUpload } from "@/components/newsroom/media-picker/check-file";

/** A file on its way into the library. */
export interface Upload extends PictureTexts {
  key: string;
  file: File;
  /** A picture of it, from the file itself. */
  preview: string;
  /** The part that is sent, from 0 to 1; null before and after. */
  part: number | null;
  problems: Problems;
}

/** The files that wait to be uploaded, and what one can do with them. */
export interface Uploads {
  waiting: Upload[];
  /** How many came into the library since the page was opened. */
  done: number;
  isSending: boolean;
  add: (files: File[]) => void;
  leaveOut: (key: string) => void;
  tell: (key: string, texts: Partial<PictureTexts>) => void;
  /** Uploads them one after another; what is refused stays, marked. Returns how many came in. */
  send: () => Promise<number>;
}

/** Keeps files until they are uploaded: nothing that was typed to one is lost when another is refused. */
export function useUploads(): Uploads {
  const [waiting, setWaiting] = useState<Upload[]>([]);
  const [done, setDone] = useState(0);
  const [isSending, setSending] = useState(false);
  useWarning(waiting.length > 0);

  const change = (key: string, changed: Partial<Upload>) =>
    setWaiting((before) => before.map((each) => (each.key === key ? { ...each, ...changed } : each)));
  const leaveOut = (key: string) =>
    setWaiting((before) => {
      before.filter((each) => each.key === key).forEach(({ preview }) => URL.revokeObjectURL(preview));
      return before.filter((each) => each.key !== key);
    });

  async function sendOne(each: Upload): Promise<boolean> {
    const { key, file, alt, caption, credit } = each;
    change(key, { part: 0, problems: {} });
    const answer = await upload(file, { alt, caption, credit }, (part) => change(key, { part }));
    if ("problems" in answer) change(key, { part: null, problems: answer.problems });
    else leaveOut(key);
    return "picture" in answer;
  }

  async function send(): Promise<number> {
    const checked = waiting.map((each) => ({ ...each, problems: checkUpload(each.file, each) }));
    setWaiting(checked);
    const ready = checked.filter(({ problems }) => !problems.file && !problems.alt);
    let sent = 0;
    setSending(true);
    for (const each of ready) if (await sendOne(each)) sent++;
    setDone((before) => before + sent);
    setSending(false);
    return sent;
  }

  return {
    waiting,
    done,
    isSending,
    add: (files) => setWaiting((before) => [...before, ...files.map(waitingFile)]),
    leaveOut,
    tell: (key, texts) => change(key, texts),
    send,
  };
}

function waitingFile(file: File): Upload {
  return { key: crypto.randomUUID(), file, preview: URL.createObjectURL(file), alt: "", caption: "", credit: "", part: null, problems: {} };
}

/** Asks before the page is left while files wait (HTML, `beforeunload`). */
function useWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isNeeded]);
}
