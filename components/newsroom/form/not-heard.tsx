"use client";
import type { ReactNode } from "react";
import { NotHeardTexts, type NotHeardMessages } from "./use-kept";

/** Gives every form in it the texts for an act that was not heard (use-kept.ts). */
export function NotHeard({ texts, children }: { texts: NotHeardMessages; children: ReactNode }) {
  return <NotHeardTexts value={texts}>{children}</NotHeardTexts>;
}
