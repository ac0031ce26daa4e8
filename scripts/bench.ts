import type { CommandContext } from "./start/context";
import { benchApart } from "./bench/apart";
import { benchModeration } from "./bench/moderation";
import { benchNewsroom } from "./bench/newsroom";
import { benchPages } from "./bench/pages";
import { benchReplies } from "./bench/replies";
import { benchSearch } from "./bench/search";
import { Failure } from "@/lib/failure";

/** Every benchmark of the project, by the name that `npm run bench -- NAME` takes. */
const BENCHES: Record<string, (context: CommandContext) => Promise<void>> = {
  pages: benchPages,
  replies: benchReplies,
  newsroom: benchNewsroom,
  search: benchSearch,
  moderation: benchModeration,
};

/** Runs the named benchmarks, or all. Each prints a table and its command. Throws a Failure for a name that is none. */
export async function main(context: CommandContext): Promise<void> {
  const names = context.args.length ? context.args : Object.keys(BENCHES);
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown) throw new Failure(`There is no benchmark ${unknown}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  for (const name of names) await (names.length > 1 ? benchApart(context, name) : BENCHES[name]?.(context));
}
