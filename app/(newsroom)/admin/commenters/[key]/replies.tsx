import { getTranslations } from "next-intl/server";
import { deskKeysOf } from "@/lib/comments/desk/own-keys";
import { writeBy } from "@/lib/comments/desk/query";
import { moderationQueue } from "@/lib/comments/newsroom";
import type { Actor } from "@/lib/users/policy";
import { DeskList } from "../../comments/desk-list";

interface RepliesProps {
  actor: Actor;
  emailHash: Uint8Array;
  /** The page's own address. */
  here: string;
  status: "all" | "pending";
  after?: string;
}

/** One commenter's replies as the desk lists them, each with what the ledger says of it; decided on one by one, or all of a page. */
export async function Replies({ actor, emailHash, here, status, after }: RepliesProps) {
  const [queue, keys] = await Promise.all([moderationQueue(actor, { status, by: writeBy(emailHash), after }), deskKeysOf(actor)]);
  if (!queue.ok || !keys) return null;
  const t = await getTranslations("desk");
  return (
    <DeskList
      actor={actor}
      queue={queue}
      keys={keys}
      empty={after ? t("emptyPage") : t(`empty.${status}`)}
      here={here}
      after={after}
      query={new URLSearchParams({ status, by: writeBy(emailHash) }).toString()}
    />
  );
}
