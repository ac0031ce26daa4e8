import { beforeAll, expect, test } from "vitest";
import { addNote } from "@/lib/commenters/note";
import { liftRule, restoreRule, setRule } from "@/lib/commenters/rule";
import { commenterPage } from "@/lib/commenters/newsroom";
import { decideOnEach } from "@/lib/comments/bulk";
import { closeThread, openThread } from "@/lib/comments/close-thread";
import { sealContact } from "@/lib/comments/contact";
import { deleteComment } from "@/lib/comments/delete";
import { noteLooking } from "@/lib/comments/desk/look";
import { decisions } from "@/lib/comments/moderate";
import { moderationQueue, queueCounts } from "@/lib/comments/newsroom";
import { pinComment, unpinComment } from "@/lib/comments/pin";
import { replyToComment } from "@/lib/comments/reply";
import { revealAddress } from "@/lib/comments/reveal";
import { overrideCategory, overridePost } from "@/lib/comments/rules/override";
import { cancelRun, startRun, undoRun } from "@/lib/comments/runs/start";
import { setBrake } from "@/lib/comments/shift/brake";
import { leaveNote, removeNote } from "@/lib/comments/shift/note";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import type { Role } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { freezeReply } from "@/lib/evidence/freeze";
import { deleteEvidence, keepEvidence, showEvidence } from "@/lib/evidence/handle";
import { dismissReports } from "@/lib/reports/dismiss";
import { reportedReplies } from "@/lib/reports/newsroom";
import { revealReporter } from "@/lib/reports/reveal";
import { answerComplaint } from "@/lib/statements/answer";
import { openComplaints } from "@/lib/statements/newsroom";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import type { Actor } from "@/lib/users/policy";
import { ROLES } from "@/lib/users/schema";

// The moderation's policy as a table: each act by each role on each state of a comment, called without the interface.

const DECIDERS: Role[] = ["administrator", "editor", "moderator"];
const DESK: Role[] = ["administrator", "editor"];

interface OnComment {
  id: string;
  from: string;
}

type Act = (actor: Actor, on: OnComment) => Promise<object>;

/** Who may, and the act on a comment. */
const ACTS: Record<string, [Role[], Act]> = {
  list: [DECIDERS, (actor) => moderationQueue(actor, {})],
  count: [DECIDERS, (actor) => queueCounts(actor)],
  approve: [DECIDERS, decisions.approve],
  unapprove: [DECIDERS, decisions.unapprove],
  reject: [DECIDERS, decisions.reject],
  spam: [DECIDERS, decisions.spam],
  trash: [DECIDERS, decisions.trash],
  bulk: [DECIDERS, (actor, { id, from }) => decideOnEach(actor, { ids: [id], verdict: "spam", shown: { [id]: { from } } })],
  undo: [DECIDERS, (actor, { id }) => undoDecisions(actor, { events: [id] })],
  reply: [DECIDERS, (actor, on) => replyToComment(actor, { ...on, body: "Thank you." })],
  edit: [DECIDERS, (actor, on) => editAsStaff(actor, { ...on, seen: "", body: "Shortened." })],
  pin: [DECIDERS, pinComment],
  unpin: [DECIDERS, unpinComment],
  closeThread: [DECIDERS, closeThread],
  openThread: [DECIDERS, openThread],
  deleteForGood: [DECIDERS, deleteComment],
  reveal: [DECIDERS, revealAddress],
  look: [DECIDERS, (actor, { id }) => noteLooking(actor, { id })],
  startRun: [DECIDERS, (actor) => startRun(actor, { verdict: "spam", query: { q: crypto.randomUUID() } })],
  cancelRun: [DECIDERS, cancelRun],
  undoRun: [DECIDERS, undoRun],
  brake: [DECIDERS, (actor) => setBrake(actor, { postId: crypto.randomUUID() })],
  overridePost: [DECIDERS, overridePost],
  overrideCategory: [DESK, overrideCategory],
  leaveNote: [DECIDERS, (actor) => leaveNote(actor, { text: "A note" })],
  removeNote: [DECIDERS, removeNote],
  commenterPage: [DECIDERS, (actor, { id }) => commenterPage(actor, id)],
  noteOnCommenter: [DECIDERS, (actor, { id }) => addNote(actor, { key: id, text: "A note" })],
  holdAddress: [DECIDERS, (actor, { id }) => setRule(actor, { key: id, scope: "address", effect: "hold", reason: "Tone" })],
  holdDomain: [DESK, (actor, { id }) => setRule(actor, { key: id, scope: "domain", effect: "hold", reason: "Tone" })],
  holdNetwork: [DESK, (actor, { id }) => setRule(actor, { key: id, scope: "network", effect: "hold", days: "1", reason: "Tone" })],
  liftRule: [DECIDERS, liftRule],
  restoreRule: [DECIDERS, restoreRule],
  listReported: [DECIDERS, (actor) => reportedReplies(actor, {})],
  dismissReports: [DECIDERS, dismissReports],
  revealReporter: [DECIDERS, revealReporter],
  listComplaints: [DECIDERS, (actor) => openComplaints(actor, {})],
  answerComplaint: [DECIDERS, (actor, { id }) => answerComplaint(actor, { id, outcome: "upheld", answer: "It stays." })],
  freeze: [DECIDERS, freezeReply],
  showEvidence: [DESK, showEvidence],
  keepEvidence: [DESK, keepEvidence],
  deleteEvidence: [DESK, deleteEvidence],
};

/** What each decision says of a comment that cannot be decided on. */
const VERDICTS = ["approve", "unapprove", "reject", "spam", "trash"];

type State = "waits" | "is public" | "is on one's own post" | "is of one who is banned" | "was taken back" | "is not there";
const STATES: State[] = ["waits", "is public", "is on one's own post", "is of one who is banned", "was taken back", "is not there"];

const actors = new Map<Role, Actor>();
let otherPost: string;
beforeAll(async () => {
  otherPost = (await makePost({ status: "published" })).id;
  for (const role of ROLES) actors.set(role, await makeUser({ role }));
});

let senders = 0;

/** A comment in a state, as the actor meets it. */
async function commentIn(state: State, actor: Actor): Promise<OnComment> {
  if (state === "is not there") return { id: crypto.randomUUID(), from: "pending" };
  const postId = state === "is on one's own post" ? await ownPost(actor) : otherPost;
  const status = state === "waits" || state === "is of one who is banned" ? "pending" : "approved";
  if (state === "was taken back") {
    const { id } = await makeComment({ postId, status: "trash", name: "", body: "", withdrawnAt: new Date() });
    return { id, from: "trash" };
  }
  const { id } = await makeComment({ postId, status });
  const email = `${++senders}@matrix-${senders}.example`;
  await privateDb.commentContact.create({
    data: { commentId: id, ...sealContact(email, { ip: `198.51.${senders % 250}.7`, agent: "test" }) },
  });
  if (state === "is of one who is banned") {
    const administrator = actors.get("administrator") ?? actor;
    expect(await setRule(administrator, { key: id, scope: "address", effect: "ban", reason: "Tone" })).toMatchObject({ ok: true });
  }
  return { id, from: status };
}

const ownPosts = new Map<string, string>();

async function ownPost(actor: Actor): Promise<string> {
  const known = ownPosts.get(actor.id);
  if (known) return known;
  const { id } = await makePost({ status: "published" });
  await privateDb.postAuthor.create({ data: { postId: id, userId: actor.id, position: 9 } });
  ownPosts.set(actor.id, id);
  return id;
}

const errorOf = (result: object) => ("error" in result ? result.error : null);

test.each(ROLES)("%s: which acts of the moderation, on a comment in which state", async (role) => {
  const actor = actors.get(role);
  if (!actor) throw new Error(role);
  const wrong: string[] = [];
  for (const state of STATES) {
    // What is refused changes nothing: one comment is enough for it.
    const untouched = await commentIn(state, actor);
    for (const [name, [may, act]] of Object.entries(ACTS)) {
      // What is about no comment is asked once.
      if (act.length < 2 && state !== "waits") continue;
      const on = may.includes(role) ? await commentIn(state, actor) : untouched;
      const before = await privateDb.comment.findUnique({ where: { id: on.id } });
      const error = errorOf(await act(actor, on));
      if ((error === "forbidden") === may.includes(role)) wrong.push(`${name} when it ${state}: ${String(error)}`);
      if (!may.includes(role)) {
        expect(await privateDb.comment.findUnique({ where: { id: on.id } }), `${name} when it ${state}`).toEqual(before);
      } else if (VERDICTS.includes(name) && state === "was taken back") expect(error, name).toBe("withdrawn");
      else if (VERDICTS.includes(name) && state === "is not there") expect(error, name).toBe("notFound");
    }
  }
  expect(wrong).toEqual([]);
});
