import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getLocale, getMessages, getTranslations } from "next-intl/server";
import { Desk } from "@/components/newsroom/desk/desk";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { deskKeysOf } from "@/lib/comments/desk-keys";
import { writeBy } from "@/lib/comments/desk-query";
import { commentHistories } from "@/lib/comments/history";
import { moderationQueue } from "@/lib/comments/newsroom";
import type { Actor } from "@/lib/users/policy";
import { moderate } from "../../comments/actions";
import { deskTexts } from "../../comments/desk-texts";
import { actsOf, rowsOf } from "../../comments/view";

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
  const [queue, keys] = [await moderationQueue(actor, { status, by: writeBy(emailHash), after }), await deskKeysOf(actor)];
  if (!queue.ok || !keys) return null;
  const [t, checks, ledger, format] = [
    await getTranslations("desk"),
    await getTranslations("checks"),
    await getTranslations("ledger"),
    await getFormatter(),
  ];
  const { looking, is, decidedBy, somebody } = (await getMessages()).desk;
  const histories = await commentHistories(
    actor,
    queue.comments.map(({ id }) => id),
  );
  return (
    <>
      <NextIntlClientProvider locale={await getLocale()} messages={{ desk: { looking, is, decidedBy, somebody } }}>
        <Desk
          me={actor.id}
          everywhere={queue.next ? new URLSearchParams({ status, by: writeBy(emailHash) }).toString() : null}
          key={here}
          rows={rowsOf(queue, histories, { t, checks, ledger, format })}
          acts={actsOf(t, status)}
          empty={after ? t("emptyPage") : t(`empty.${status}`)}
          keys={keys}
          texts={deskTexts(t)}
          moderate={moderate}
        />
      </NextIntlClientProvider>
      <NextPage
        first={after ? { href: here, label: t("first") } : null}
        next={queue.next ? { href: `${here}&after=${queue.next}`, label: t("next") } : null}
      />
    </>
  );
}
