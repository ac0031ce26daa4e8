import { describe, expect, test } from "vitest";
import type { PostStatus, Role } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { archivePost } from "@/lib/posts/archive";
import type { Move } from "@/lib/posts/policy";
import { publishPost } from "@/lib/posts/publish";
import { restorePost } from "@/lib/posts/restore-from-trash";
import { schedulePost } from "@/lib/posts/schedule";
import { sendPostBack } from "@/lib/posts/send-back";
import { submitForReview } from "@/lib/posts/submit-for-review";
import { trashPost } from "@/lib/posts/trash";
import { unarchivePost } from "@/lib/posts/unarchive";
import { unschedulePost } from "@/lib/posts/unschedule";
import { withdrawPost } from "@/lib/posts/withdraw";
import type { Result } from "@/lib/result";
import { makePost, makeUser } from "@/lib/testing/make";
import type { Actor } from "@/lib/users/policy";

// The whole table, written out here by hand and not made from policy.ts: what it says is compared with what the acts do.
const ACTS: Record<Move, (actor: Actor, id: string) => Promise<Result>> = {
  submit: (actor, id) => submitForReview(actor, { id }),
  sendBack: (actor, id) => sendPostBack(actor, { id, note: "The second paragraph needs a source." }),
  schedule: (actor, id) => schedulePost(actor, { id, at: "2090-03-01T09:00" }),
  unschedule: (actor, id) => unschedulePost(actor, { id }),
  publish: (actor, id) => publishPost(actor, { id }),
  withdraw: (actor, id) => withdrawPost(actor, { id }),
  archive: (actor, id) => archivePost(actor, { id }),
  unarchive: (actor, id) => unarchivePost(actor, { id }),
  trash: (actor, id) => trashPost(actor, { id }),
  restore: (actor, id) => restorePost(actor, { id }),
};
const MOVES = Object.keys(ACTS) as Move[];
const STATUSES: PostStatus[] = ["draft", "in_review", "scheduled", "published", "unpublished", "archived", "trash"];

/** Where each move leads from each state; what is not named leads nowhere (409). */
const LEADS: Record<PostStatus, Partial<Record<Move, PostStatus>>> = {
  draft: { submit: "in_review", schedule: "scheduled", publish: "published", trash: "trash" },
  in_review: { submit: "in_review", sendBack: "draft", schedule: "scheduled", publish: "published", trash: "trash" },
  scheduled: { schedule: "scheduled", unschedule: "draft", publish: "published", trash: "trash" },
  published: { publish: "published", withdraw: "unpublished", trash: "trash" },
  unpublished: {
    schedule: "scheduled",
    publish: "published",
    withdraw: "unpublished",
    archive: "archived",
    unarchive: "unpublished",
    trash: "trash",
  },
  archived: { archive: "archived", unarchive: "unpublished", trash: "trash" },
  trash: { trash: "trash", restore: "draft" },
};

type Whose = "own post" | "another's post" | "page";
const EVERYTHING = new Set(MOVES);
const NOTHING = new Set<Move>();
const MAY: Record<Role, Record<Whose, (status: PostStatus) => Set<Move>>> = {
  administrator: { "own post": () => EVERYTHING, "another's post": () => EVERYTHING, page: () => EVERYTHING },
  editor: { "own post": () => EVERYTHING, "another's post": () => EVERYTHING, page: () => EVERYTHING },
  author: { "own post": () => EVERYTHING, "another's post": () => NOTHING, page: () => NOTHING },
  contributor: { "own post": ofContributor, "another's post": () => NOTHING, page: () => NOTHING },
  moderator: { "own post": () => NOTHING, "another's post": () => NOTHING, page: () => NOTHING },
};

/** A contributor gives a post to the desk; a draft, until the desk has it, goes into the trash and out of it again. */
function ofContributor(status: PostStatus): Set<Move> {
  return new Set<Move>(status === "draft" || status === "trash" ? ["submit", "trash", "restore"] : ["submit"]);
}

const rows = (Object.keys(MAY) as Role[]).flatMap((role) =>
  (Object.keys(MAY[role]) as Whose[]).flatMap((whose) => STATUSES.map((status) => ({ role, whose, status }))),
);

describe.each(rows)("a $role with $whose that is $status", ({ role, whose, status }) => {
  test("each move is taken, refused or leads nowhere, as the table says", async () => {
    const actor = await makeUser({ role });
    const told = [];
    for (const move of MOVES) {
      const { id } = await makePostIn(status, whose, actor);
      const answer = await ACTS[move](actor, id);
      const now = await privateDb.post.findUniqueOrThrow({ where: { id }, select: { status: true } });
      const entries = await privateDb.auditEvent.count({ where: { subjectId: id } });
      told.push({ move, answer: answer.ok ? "ok" : answer.error, now: now.status, entries });
    }
    expect(told).toEqual(
      MOVES.map((move) => {
        // Of a moderator's, who writes nothing, even where the post stands is not told.
        if (!MAY[role][whose](status).has(move)) return { move, answer: "forbidden", now: status, entries: 0 };
        const to = LEADS[status][move];
        if (!to) return { move, answer: "wrongStatus", now: status, entries: 0 };
        const isNoMove = to === status && move !== "schedule";
        return { move, answer: "ok", now: to, entries: isNoMove ? 0 : 1 };
      }),
    );
  });
});

function makePostIn(status: PostStatus, whose: Whose, { id: userId }: Actor) {
  const wasPublic = ["published", "unpublished", "archived"].includes(status);
  return makePost({
    kind: whose === "page" ? "page" : "post",
    status,
    publishedAt: wasPublic ? new Date(Date.now() - 60_000) : null,
    ...(status === "scheduled" && { scheduledFor: new Date(Date.now() + 3_600_000) }),
    ...(status === "trash" && { trashedAt: new Date(), trashedFrom: "draft" }),
    ...(whose === "own post" && { authors: { create: { userId, position: 0 } } }),
  });
}
