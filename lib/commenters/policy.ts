import { mayModerate } from "@/lib/comments/policy";
import type { CommenterScope } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

/** Whether the actor may ban, suspend, always hold or always trust one commenter, by their address. */
export function mayRule(actor: Actor): boolean {
  return mayModerate(actor);
}

/** Whether the actor may rule on a whole e-mail domain or network: it strikes people whom nobody has read. */
export function mayRuleMany(actor: Actor): boolean {
  return actor.role === "administrator" || actor.role === "editor";
}

/** Whether the actor may rule on what goes by this. */
export function isRulable(actor: Actor, scope: CommenterScope): boolean {
  return scope === "address" ? mayRule(actor) : mayRuleMany(actor);
}
