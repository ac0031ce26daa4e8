import type { Examined, Fired } from "@/lib/comments/checks/check";

/** Nobody fills in three fields in less, not even by pasting. */
const LEAST_MS = 3_000;

/** The form was sent sooner after its first touch than a person could fill it in. Without a time it says nothing. */
export function tooFast({ comment }: Examined): Fired[] {
  return comment.took !== null && comment.took < LEAST_MS ? [{ rule: "tooFast", score: 2 }] : [];
}
