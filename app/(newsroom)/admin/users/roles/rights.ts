import { mayReadLedger } from "@/lib/audit/policy";
import { mayRule, mayRuleMany } from "@/lib/commenters/policy";
import { mayModerate, mayRuleCategory } from "@/lib/comments/policy";
import type { PostStatus, Role } from "@/lib/db/generated/enums";
import { mayOpenEvidence } from "@/lib/evidence/policy";
import { mayReadMail } from "@/lib/mail/policy";
import { mayChangePicture, mayUseMedia } from "@/lib/media/policy";
import {
  mayEditAllPosts,
  mayPublishPost,
  mayReadPost,
  mayTrashPost,
  mayWritePost,
  mayWritePosts,
  MOVES,
  type OwnedPost,
} from "@/lib/posts/policy";
import { mayArrangeFront, mayChangeSettings } from "@/lib/settings/policy";
import { mayAnswer } from "@/lib/statements/policy";
import { mayName, mayOrder } from "@/lib/taxonomy/policy";
import { mayManageUsers, type Actor } from "@/lib/users/policy";

/** How far a right reaches: everything, one's own only, of one's own only drafts, or nothing. */
export type Reach = "all" | "own" | "drafts" | "none";

type Way = (actor: Actor) => Reach;

const STATUSES: PostStatus[] = ["draft", "in_review", "scheduled", "published", "unpublished", "archived", "trash"];

/** What one may do in the newsroom, in groups. How far it reaches for a role, the policies themselves say. */
export const RIGHTS = {
  posts: {
    write: yesOrNo(mayWritePosts),
    open: ofPosts(mayReadPost),
    edit: ofPosts(mayWritePost, except("trash")),
    submit: ofPosts(MOVES.submit.may, MOVES.submit.from),
    sendBack: ofPosts(MOVES.sendBack.may, MOVES.sendBack.from),
    publish: ofPosts(mayPublishPost, MOVES.publish.from),
    schedule: ofPosts(MOVES.schedule.may, MOVES.schedule.from),
    withdraw: ofPosts(MOVES.withdraw.may, MOVES.withdraw.from),
    archive: ofPosts(MOVES.archive.may, MOVES.archive.from),
    trash: ofPosts(mayTrashPost, except("trash")),
    bylines: yesOrNo(mayEditAllPosts),
  },
  media: { use: yesOrNo(mayUseMedia), change: ofPictures(mayChangePicture) },
  order: { name: yesOrNo(mayName), order: yesOrNo(mayOrder) },
  replies: {
    moderate: yesOrNo(mayModerate),
    openEvidence: yesOrNo(mayOpenEvidence),
    rule: yesOrNo(mayRule),
    ruleCategory: yesOrNo(mayRuleCategory),
    ruleMany: yesOrNo(mayRuleMany),
    answerComplaints: yesOrNo((actor) => mayModerate(actor) && mayAnswer(actor, { firstId: "somebody", hasOthers: true })),
  },
  site: {
    front: yesOrNo(mayArrangeFront),
    users: yesOrNo(mayManageUsers),
    settings: yesOrNo(mayChangeSettings),
    mail: yesOrNo(mayReadMail),
    ledger: yesOrNo(mayReadLedger),
  },
} satisfies Record<string, Record<string, Way>>;

/** How far a right reaches for a role. */
export function reachOf(right: Way, role: Role): Reach {
  return right({ id: ONESELF, name: "", role });
}

const ONESELF = "oneself";

function except(status: PostStatus): PostStatus[] {
  return STATUSES.filter((each) => each !== status);
}

function yesOrNo(may: (actor: Actor) => boolean): Way {
  return (actor) => (may(actor) ? "all" : "none");
}

function ofPictures(may: (actor: Actor, picture: { uploadedById: string }) => boolean): Way {
  return (actor) => (may(actor, { uploadedById: "somebody" }) ? "all" : may(actor, { uploadedById: actor.id }) ? "own" : "none");
}

function ofPosts(may: (actor: Actor, post: OwnedPost) => boolean, statuses: PostStatus[] = STATUSES): Way {
  return (actor) => {
    const inStatus = (authorIds: string[]) => statuses.filter((status) => may(actor, { kind: "post", status, authorIds }));
    if (inStatus(["somebody"]).length > 0) return "all";
    const own = inStatus([actor.id]);
    if (own.length === 0) return "none";
    return own.length < statuses.length && own.every((status) => status === "draft") ? "drafts" : "own";
  };
}
