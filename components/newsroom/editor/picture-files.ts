import { useEffect } from "react";
import type { Editor } from "@tiptap/react";

/**
 * Takes picture files that are dropped on the text or pasted into it, in place of the editor, which would drop them.
 * Takes what is called with the files; a drop moves the cursor to where it fell. What carries words as well, such as a
 * page of Word, which puts its own picture beside them, is text.
 */
export function usePictureFiles(editor: Editor, take: (files: File[]) => void): void {
  useEffect(() => {
    const { dom } = editor.view;
    const taken = (event: Event, data: DataTransfer | null) => {
      const files = Array.from(data?.files ?? []).filter(({ type }) => type.startsWith("image/"));
      if (files.length === 0 || data?.types.includes("text/plain")) return false;
      event.preventDefault();
      event.stopImmediatePropagation();
      take(files);
      return true;
    };
    const paste = (event: ClipboardEvent) => taken(event, event.clipboardData);
    const drop = (event: DragEvent) => {
      const at = editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (taken(event, event.dataTransfer) && at) editor.commands.setTextSelection(at.pos);
    };
    dom.addEventListener("paste", paste, { capture: true });
    dom.addEventListener("drop", drop, { capture: true });
    return () => {
      dom.removeEventListener("paste", paste, { capture: true });
      dom.removeEventListener("drop", drop, { capture: true });
    };
  }, [editor, take]);
}
