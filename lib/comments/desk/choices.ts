import { mayModerate } from "@/lib/comments/policy";
import { langsOf } from "@/lib/posts/newsroom";
import { categoriesInOrder } from "@/lib/taxonomy/newsroom";
import type { Actor } from "@/lib/users/policy";

/** What the desk's lists can be narrowed by. */
export interface DeskChoices {
  categories: { id: string; name: string; depth: number }[];
  langs: string[];
}

/** What the desk offers to filter by. Takes the actor; nothing for who does not decide. Indexes: those of `langsOf` and `categoriesInOrder`. */
export async function deskChoices(actor: Actor): Promise<DeskChoices> {
  if (!mayModerate(actor)) return { categories: [], langs: [] };
  const [categories, langs] = await Promise.all([categoriesInOrder(), langsOf("post")]);
  return { categories, langs };
}
