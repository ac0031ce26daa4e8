import type { Examined, Fired } from "@/lib/comments/checks/check";

/** A field that no person sees was filled in. */
export function honeypot({ comment }: Examined): Fired[] {
  return comment.topic === "" ? [] : [{ rule: "honeypot", score: 6 }];
}
