"use client";
import { useState, type ClipboardEvent, type DragEvent, type ReactNode } from "react";
import styles from "./media-picker.module.css";

interface DropAreaProps {
  /** Called with the files that were dropped or pasted; they may be anything. */
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** A part of the page that takes files: dropped on it, or pasted while something in it has the focus. */
export function DropArea({ onFiles, children }: DropAreaProps) {
  const [isOver, setOver] = useState(false);
  function drag(event: DragEvent) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  }
  function drop(event: DragEvent) {
    setOver(false);
    take(event, event.dataTransfer.files);
  }
  function take(event: DragEvent | ClipboardEvent, files: FileList) {
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(Array.from(files));
  }
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => take(event, event.clipboardData.files)}
    >
      {children}
    </div>
  );
}
