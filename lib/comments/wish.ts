import type { SubscriptionKind } from "@/lib/db/generated/enums";

/** Whether the author asked to be told of something: not, not confirmed yet, or so; then the subscription's id. */
export type Wish = { state: "none" | "asked" } | { state: "confirmed"; id: string };

/** What an author asked of one kind. Takes the subscriptions of their comment that have not ended. */
export function wishOf(all: { id: string; kind: SubscriptionKind; confirmedAt: Date | null }[], kind: SubscriptionKind): Wish {
  const wish = all.find((each) => each.kind === kind);
  if (!wish) return { state: "none" };
  return wish.confirmedAt ? { state: "confirmed", id: wish.id } : { state: "asked" };
}
