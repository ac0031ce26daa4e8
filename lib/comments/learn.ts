import { fold } from "@/lib/comments/checks/fold";
import { asksService } from "@/lib/comments/checks/service";
import { ALL_LEARNED, spamWordsOf } from "@/lib/comments/checks/spam-words";
import { lockComment } from "@/lib/comments/move";
import type { CommentStatus } from "@/lib/db/generated/enums";
import { privateDb, type Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { currentSettings } from "@/lib/settings/current";

/** What a decision teaches: spam, a good comment, or nothing. */
function lessonOf(status: CommentStatus): boolean | null {
  return status === "spam" ? true : status === "approved" ? false : null;
}

/**
 * The job `comment.learn`: learns from what a moderator decided on a comment, and takes back what was learned from it
 * before. Takes the comment's id. Looks at what the comment is now, and notes what was learned, so that it may run
 * twice, late, and in any order. A service that judged otherwise is told, where the settings name one.
 */
export async function learnFrom({ commentId }: { commentId: string }): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    const locked = await lockComment(tx, commentId);
    if (!locked || locked.withdrawnAt) return;
    const comment = await tx.comment.findUnique({
      where: { id: commentId },
      select: { name: true, website: true, body: true, contact: { select: { learnedAsSpam: true } } },
    });
    if (!comment?.contact) return;
    const before = comment.contact.learnedAsSpam;
    const lesson = lessonOf(locked.status);
    if (lesson === before) return;
    const words = spamWordsOf(comment, fold(comment.body));
    await count(
      tx,
      words.map(({ token }) => token),
      { spam: Number(lesson === true) - Number(before === true), ham: Number(lesson === false) - Number(before === false) },
    );
    await tx.commentContact.update({ where: { commentId }, data: { learnedAsSpam: lesson }, select: { commentId: true } });
    if (lesson !== null && (await judgedOtherwise(tx, commentId, lesson)))
      await enqueue(tx, "comment.report", { commentId, isSpam: lesson });
  });
}

/** In the order of the tokens, so that two that learn at once never wait for each other crosswise. */
async function count(tx: Tx, tokens: bigint[], more: { spam: number; ham: number }): Promise<void> {
  await tx.$executeRaw`
    insert into spam_token (token, spam, ham)
    select distinct token, greatest(0, ${more.spam}::int), greatest(0, ${more.ham}::int)
    from unnest(${[ALL_LEARNED, ...tokens].map(String)}::text[]::bigint[]) as learned (token) order by token
    on conflict (token) do update set
      spam = greatest(0, spam_token.spam + ${more.spam}::int), ham = greatest(0, spam_token.ham + ${more.ham}::int)`;
}

async function judgedOtherwise(tx: Tx, commentId: string, isSpam: boolean): Promise<boolean> {
  if (!asksService(await currentSettings(tx))) return false;
  const verdict = await tx.commentCheck.findFirst({ where: { commentId, rule: "service" }, select: { score: true } });
  return verdict !== null && verdict.score > 0 !== isSpam;
}
