import { privateDb } from "@/lib/db/private";

/**
 * Whether a mail needs no sending (any more): it was sent, or it was handed to a mail server that never answered.
 * Takes its id. Index: the primary key.
 */
export async function wasHandedOver(id: string): Promise<boolean> {
  const row = await privateDb.mail.findUnique({ where: { id }, select: { state: true } });
  return row !== null && row.state !== "failed";
}

/**
 * Takes it upon this process to hand a mail over; of several that ask at once, one may. Takes its id. Returns whether
 * this one may. To be asked at the last moment: what is claimed and then not marked otherwise is never tried again. In a
 * transaction, since a single statement that was not answered in time may be carried out later, when nobody sends it.
 */
export async function claimMail(id: string): Promise<boolean> {
  return privateDb.$transaction(async (tx) => {
    const claimed = await tx.$executeRaw`
      insert into mail (id, state) values (${id}, 'sending')
      on conflict (id) do update set state = 'sending', failure = null where mail.state = 'failed'`;
    return claimed > 0;
  });
}

/** Notes that a mail was taken, by a mail server or as a file. Takes its id. */
export async function markSent(id: string): Promise<void> {
  const sent = { state: "sent", sentAt: new Date(), failure: null } as const;
  await privateDb.mail.upsert({ where: { id }, create: { id, ...sent }, update: sent, select: { id: true } });
}

/** Notes that a mail which this process claimed was refused: it may be tried again. Takes its id and the failure's code. */
export async function markRefused(id: string, failure: string): Promise<void> {
  await privateDb.mail.updateMany({ where: { id, state: "sending" }, data: { state: "failed", failure } });
}

/** Notes that a mail could not even be offered; what another process does with it meanwhile stays. Takes its id and the failure's code. */
export async function markUndelivered(id: string, failure: string): Promise<void> {
  await privateDb.$executeRaw`
    insert into mail (id, state, failure) values (${id}, 'failed', ${failure})
    on conflict (id) do update set failure = excluded.failure where mail.state = 'failed'`;
}

/** Notes that nobody answered whether a claimed mail was taken: it stays claimed for good. Takes its id and the failure's code. */
export async function markUnanswered(id: string, failure: string): Promise<void> {
  await privateDb.mail.updateMany({ where: { id, state: "sending" }, data: { failure } });
}
