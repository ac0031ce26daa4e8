import type { Decision } from "@/lib/comments/moderate";
import { threadActInput } from "@/lib/comments/moderation-schema";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb, type Tx } from "@/lib/db/private";
import { invalid } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * An act on a comment's place or its thread: what is asked and checked before each of them. Takes the actor, untrusted `{ id }`,
 * and what is done within the transaction. Returns that act's answer, or `forbidden`, `invalid`.
 */
export async function actOnThread(actor: Actor, input: unknown, work: (tx: Tx, id: string) => Promise<Decision>): Promise<Decision> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = threadActInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id } = parsed.data;
  return privateDb.$transaction((tx) => work(tx, id));
}
