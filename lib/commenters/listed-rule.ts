import { isRulable } from "@/lib/commenters/policy";
import type { CommenterEffect, CommenterScope } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

/** A rule as the newsroom lists it. */
export interface ListedRule {
  id: string;
  scope: CommenterScope;
  effect: CommenterEffect;
  /** The domain or the network; null for an address. */
  shown: string | null;
  /** By which the page of whose address it is opens. */
  commenterId: string | null;
  /** Null for a domain or a network, and when no comment of that address is kept any more. */
  maskedAddress: string | null;
  reason: string;
  until: Date | null;
  createdAt: Date;
  by: string | null;
  /** Whether the actor may lift it, or put it back in force. */
  isMine: boolean;
}

/** What is read of a rule that is listed. */
export const RULE = {
  id: true,
  scope: true,
  effect: true,
  shown: true,
  commenterId: true,
  reason: true,
  until: true,
  createdAt: true,
  commenter: { select: { emailHash: true } },
  createdBy: { select: { name: true } },
} as const;

/** A rule as it is read. */
export type RuleRow = Omit<ListedRule, "maskedAddress" | "by" | "isMine"> & {
  commenter: { emailHash: Uint8Array } | null;
  createdBy: { name: string } | null;
};

/** A rule as the newsroom lists it. Takes the masked addresses by their digests, in hexadecimal digits. */
export function listedOf(actor: Actor, { commenter, createdBy, ...rule }: RuleRow, masked: Map<string, string>): ListedRule {
  const hash = commenter && Buffer.from(commenter.emailHash).toString("hex");
  return { ...rule, by: createdBy?.name ?? null, maskedAddress: (hash && masked.get(hash)) ?? null, isMine: isRulable(actor, rule.scope) };
}
