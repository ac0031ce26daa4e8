import { avatarOf } from "@/lib/comments/avatar";
import { refusalOfBan, standingOf } from "@/lib/commenters/standing";
import { decide, isDoubtful } from "@/lib/comments/checks/decide";
import { asksService } from "@/lib/comments/checks/service";
import { runChecks } from "@/lib/comments/checks/run";
import { sealContact } from "@/lib/comments/contact";
import { claimSubmission } from "@/lib/comments/claim";
import { renderComment } from "@/lib/comments/markdown";
import { fateOf, type OwnReply } from "@/lib/comments/own";
import { lockPlace, parentNotFound } from "@/lib/comments/place";
import { receiptKey } from "@/lib/comments/receipt";
import { rulesOf } from "@/lib/comments/rules/for-post";
import { commentInput } from "@/lib/comments/schema";
import { carryOut } from "@/lib/comments/settle";
import { brakingOf } from "@/lib/comments/shift/brake";
import { pausesOf } from "@/lib/comments/shift/pauses";
import { storeComment } from "@/lib/comments/store";
import { privateDb, type Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Refusal, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import type { SiteSettings } from "@/lib/settings/schema";
import { networkOf } from "@/lib/throttle/network";
import { lookForTurn, takeTurn, type Allowance } from "@/lib/throttle/take-turn";
import type { Actor } from "@/lib/users/policy";

/** What a reader is answered: the comment's id, its receipt's key, and whether this submission made it. */
export interface Submitted {
  commentId: string;
  receipt: string;
  isNew: boolean;
  /** How it looks by now; null for a retry, whose comment may have changed since. */
  made: Pick<OwnReply, "fate" | "name" | "html" | "awaitsProof"> | null;
  /** It is held because it looks doubtful: work by the browser would speak for it (prove-work.ts). */
  mayProve: boolean;
}

/**
 * Stores a reader's comment with what the checks found, and causes what follows: it waits and the moderators hear of
 * it (once its address is proven, where that is asked), or the site's own rules decide (checks/decide.ts). Takes who sends it, untrusted fields, and the colleague who is
 * signed in there, if one is: under their own address the comment is marked as theirs.
 * A retry gets the first answer (CONTRACT.md 11), even when the sender is throttled or the post has closed.
 * Refuses with `invalid` and its fields, `postNotFound`, `closed`, `threadClosed`, `parentNotFound`, `staffOnly`, `duplicate`,
 * `tooMany`, `banned`, `suspended`.
 * Rule: unless the site's settings say otherwise, nothing a reader writes is public before a decision (CONTRACT.md 8, 10).
 */
export async function submitComment(sender: Sender, input: unknown, actor: Actor | null = null): Promise<Result<Submitted>> {
  const parsed = commentInput.safeParse(input);
  if (!parsed.success) return refusalOf(invalid(parsed.error));
  const comment = parsed.data;
  const id = newId();
  // Before the transaction: a check may be slow or fail, and neither shall hold a lock or undo what is stored. A flood
  // is refused unchecked, but only once it is known to be no retry.
  const [settings, braking] = await Promise.all([rulesOf(privateDb, comment.postId), brakingOf(privateDb, comment.postId)]);
  const allowances = [...allowancesOf(sender, comment.email, settings), ...pausesOf(sender, comment, braking.slowSeconds)];
  const [mayTry, standing] = await Promise.all([
    lookForTurn(privateDb, allowances),
    standingOf(privateDb, { email: comment.email, ip: sender.ip, isColleague: actor !== null }),
  ]);
  const banned = refusalOfBan(standing);
  const fired = mayTry.ok ? await runChecks({ commentId: id, comment, settings }) : [];
  const isAsking = asksService(settings);
  const awaitsProof = settings.commenters === "proven" && actor === null;
  // Nothing is proven yet: who is always trusted gets a link first.
  const ruling = decide(fired, settings, {
    isTrusted: false,
    awaitsProof,
    isAsking,
    bent: braking.holdsAll || standing.bent === "hold" ? "hold" : null,
  });
  return transact(async (tx) => {
    const claim = await claimSubmission(tx, comment, sender, id);
    if (!claim.ok) return claim;
    if (claim.commentId !== id) return submitted(claim.commentId, { isNew: false, made: null, mayProve: false });
    if (banned) return banned;
    const place = await lockPlace(tx, comment, settings, ruling?.status === "approved");
    if (!place.ok) return place;
    if (settings.commenters === "staff" && !actor) return { ok: false, error: "staffOnly" };
    if (!mayTry.ok) return tooMany(mayTry.retryAfter);
    const { postId, name, website, body, email } = comment;
    const who = { name, website, avatar: avatarOf(name, email), userId: await colleagueOf(tx, email, actor), awaitsProof };
    await storeComment(tx, { id, postId, body, ...who, ...place.at }, sealContact(email, sender), fired);
    const waiting = { id, postId, name, parentId: place.at.parentId, status: "pending", editedAt: null, withdrawnAt: null } as const;
    if (ruling) await carryOut(tx, { ...waiting, root: place.root }, ruling);
    else if (!awaitsProof) await enqueue(tx, "mail.commentReceived", { commentId: id });
    // Whoever sends it: the job finds out for whom it is, and the answer here takes as long for everyone.
    if ((awaitsProof || settings.moderation === "trusted" || standing.bent === "trust") && !ruling)
      await enqueue(tx, "mail.confirmTrusted", { commentId: id });
    if (isAsking) await enqueue(tx, "comment.ask", { commentId: id });
    const turn = await takeTurn(tx, allowances);
    if (!turn.ok) return tooMany(turn.retryAfter);
    const made = {
      fate: fateOf({ status: ruling?.status ?? "pending", withdrawnAt: null }),
      name,
      html: renderComment(body),
      awaitsProof: awaitsProof && !ruling,
    };
    return submitted(id, { isNew: true, made, mayProve: settings.proofOfWork && !ruling && isDoubtful(fired, settings) });
  });
}

/** A hidden field that is wrong is no mistake of the reader's: the refusal is of the whole form. */
function refusalOf(refusal: Refusal): Refusal {
  if (refusal.fields?.postId) return { ok: false, error: "postNotFound" };
  return refusal.fields?.parentId ? parentNotFound : refusal;
}

/** The signed-in colleague, if the comment comes under their own address. Index: the primary key. */
async function colleagueOf(tx: Tx, email: string, actor: Actor | null): Promise<string | null> {
  const user = actor && (await tx.user.findUnique({ where: { id: actor.id }, select: { email: true } }));
  return actor && user?.email === email.toLowerCase() ? actor.id : null;
}

/** How many replies may come from the sender's network, and under one e-mail address (CONTRACT.md 9). */
function allowancesOf({ ip }: Sender, email: string, settings: SiteSettings): Allowance[] {
  const who = networkOf(ip);
  return [
    { name: "reply", who, limit: settings.repliesPerMinute, seconds: 60 },
    { name: "reply", who, limit: settings.repliesPerHour, seconds: 3600 },
    { name: "reply.email", who: email.toLowerCase(), limit: settings.repliesPerHourOfOneEmail, seconds: 3600 },
  ];
}

function tooMany(retryAfter: number): Refusal {
  return { ok: false, error: "tooMany", retryAfter };
}

function submitted(commentId: string, what: Pick<Submitted, "isNew" | "made" | "mayProve">): Result<Submitted> {
  return { ok: true, commentId, receipt: receiptKey(commentId), ...what };
}
