import { getFormatter, getTranslations } from "next-intl/server";
import { Desk } from "@/components/newsroom/desk/desk";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { commentHistories } from "@/lib/comments/desk/history";
import type { DeskKeys } from "@/lib/comments/desk/keys";
import type { Queue } from "@/lib/comments/newsroom";
import type { Actor } from "@/lib/users/policy";
import { moderate } from "./actions";
import { deskTexts } from "./desk-texts";
import { LiveMessages } from "./live-messages";
import { actsOf, rowsOf } from "./view";

interface DeskListProps {
  actor: Actor;
  queue: Queue;
  keys: DeskKeys;
  /** What stands in place of an empty list. */
  empty: string;
  /** Where the list begins, and after which place this page of it does; undefined: it is the first. */
  here: string;
  after: string | undefined;
  /** What the whole list was asked for, as an address says it. */
  query: string;
  /** What is said below a page that is not full. */
  below?: string;
}

/** One page of a list of comments, each with what the ledger says of it; decided on one by one, several, or the whole list. */
export async function DeskList({ actor, queue, keys, empty, here, after, query, below }: DeskListProps) {
  const { comments, next, status } = queue;
  const [t, checks, ledger, format] = [
    await getTranslations("desk"),
    await getTranslations("checks"),
    await getTranslations("ledger"),
    await getFormatter(),
  ];
  const histories = await commentHistories(
    actor,
    comments.map(({ id }) => id),
  );
  return (
    <>
      <LiveMessages>
        <Desk
          me={actor.id}
          everywhere={next && query}
          key={`${here}&after=${after}`}
          rows={rowsOf(queue, histories, { t, checks, ledger, format })}
          acts={actsOf(t, status)}
          empty={empty}
          keys={keys}
          texts={deskTexts(t)}
          moderate={moderate}
        />
      </LiveMessages>
      {below && <p>{below}</p>}
      <NextPage
        first={after ? { href: here, label: t("first") } : null}
        next={next ? { href: `${here}&after=${next}`, label: t("next") } : null}
      />
    </>
  );
}
