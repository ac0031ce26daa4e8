import { getTranslations } from "next-intl/server";
import { NOTHING_DONE, type DeskState, type RowView } from "@/components/newsroom/desk/view";
import { closeThread, openThread } from "@/lib/comments/close-thread";
import type { QueuedComment } from "@/lib/comments/desk/queued";
import type { Decision } from "@/lib/comments/moderate";
import { pinComment, unpinComment } from "@/lib/comments/pin";
import { MAX_PINNED } from "@/lib/comments/thread/pinned";
import type { Actor } from "@/lib/users/policy";
import { refusalText } from "./told";

type Texts = Awaited<ReturnType<typeof getTranslations<"desk">>>;

/** What can be done with the place of a comment and its thread, by the name that its button sends. */
const THREAD_ACTS = { pin: pinComment, unpin: unpinComment, closeThread, openThread };

type ThreadAct = keyof typeof THREAD_ACTS;

export function isThreadAct(act: string): act is ThreadAct {
  return Object.hasOwn(THREAD_ACTS, act);
}

/** Does it, and tells what came of it. Takes the addresses that the list shows, who does, the act's name and the comment's id. */
export async function doThreadAct(revealed: DeskState["revealed"], actor: Actor, act: ThreadAct, id?: string): Promise<DeskState> {
  const result: Decision = await THREAD_ACTS[act](actor, { id });
  const t = await getTranslations("desk.thread");
  if (result.ok) return { ...NOTHING_DONE, revealed, notice: t(`done.${act}`), undo: [result.event] };
  const told = { duplicate: t(`already.${act}`), full: t("full", { most: MAX_PINNED }), wrongStatus: t("notFirst") };
  const problem = isTold(result.error, told) ? told[result.error] : await refusalText(result);
  return { ...NOTHING_DONE, revealed, problems: [problem] };
}

function isTold<Told extends object>(error: string, told: Told): error is Extract<keyof Told, string> {
  return Object.hasOwn(told, error);
}

/** What is offered for a public comment, and how it stands; nothing for others, which readers do not see. */
export function threadOf({ status, place }: Pick<QueuedComment, "status" | "place">, t: Texts): Pick<RowView, "more" | "marks"> {
  if (status !== "approved") return { more: [], marks: [] };
  const { isFirst, isPinned, isClosed } = place;
  const pin = isFirst ? [isPinned ? ("unpin" as const) : ("pin" as const)] : [];
  const more = [...pin, isClosed ? ("openThread" as const) : ("closeThread" as const)];
  return {
    more: more.map((id) => ({ id, label: t(`thread.acts.${id}`) })),
    marks: [...(isPinned ? [t("thread.isPinned")] : []), ...(isClosed ? [t("thread.isClosed")] : [])],
  };
}
