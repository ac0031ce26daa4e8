import { expect, test } from "vitest";
import type { Row } from "@/lib/comments/thread/rows";
import { parentsElsewhere, treeOf, type ThreadComment, type TreeView } from "@/lib/comments/thread/tree";

const view: TreeView = { depth: 3, authorIds: ["ada"], names: new Map() };

function row(id: string, parentId: string | null, more: Partial<Row> = {}): Row {
  const plain = {
    userId: null,
    website: null,
    avatar: null,
    editedAt: null,
    editedByStaff: false,
    withdrawnAt: null,
    pinnedAt: null,
    closedAt: null,
    wordpressId: null,
  };
  return { id, parentId, rootId: parentId && "root", name: `N${id}`, body: id, createdAt: new Date(0), ...plain, ...more };
}

/** The tree as text: each comment, "^" before whom it says it answers, its answers in brackets. */
function drawn(comments: ThreadComment[]): string {
  return comments
    .map(
      ({ id, answersTo, answers }) =>
        id + (answersTo && !answersTo.isAbove ? `^${answersTo.name}` : "") + (answers.length ? `(${drawn(answers)})` : ""),
    )
    .join(" ");
}

const chain = [row("a", "root"), row("b", "a"), row("c", "b"), row("d", "c"), row("e", "a")];

test.each([
  [1, "root a^Nroot b^Na c^Nb d^Nc e^Na"],
  [2, "root(a b^Na c^Nb d^Nc e^Na)"],
  [3, "root(a(b c^Nb d^Nc e))"],
  [5, "root(a(b(c(d)) e))"],
])("with %i levels, deeper answers stay at the last one and name whom they answer", (depth, expected) => {
  expect(drawn(treeOf(row("root", null), chain, null, { ...view, depth }))).toBe(expected);
});

test("an answer to a comment elsewhere names it when its name is known, and nobody otherwise", () => {
  const answers = [row("a", "far"), row("b", "hidden")];
  expect(parentsElsewhere([row("root", null), ...answers])).toEqual(["far", "hidden"]);
  const [top] = treeOf(row("root", null), answers, null, { ...view, names: new Map([["far", "Grace"]]) });
  expect(top?.answers.map(({ answersTo }) => answersTo)).toEqual([{ id: "far", name: "Grace", isAbove: false, isHere: false }, null]);
});

test("a withdrawn comment stands only where answers stand below it, without name, mark and picture", () => {
  const withdrawnAt = new Date();
  const gone = { withdrawnAt, name: "", body: "", userId: "ada", editedAt: withdrawnAt, avatar: new Uint8Array(8) };
  expect(treeOf(row("root", null, gone), [row("a", "root", gone)], null, view)).toEqual([]);
  const [top] = treeOf(row("root", null, gone), [row("a", "root", gone), row("b", "root", gone), row("c", "b")], null, view);
  expect(top).toMatchObject({ isWithdrawn: true, html: "", mark: null, edited: null, avatar: null, answers: [{ id: "b" }] });
  expect(top?.answers[0]?.answers).toMatchObject([{ id: "c", answersTo: null }]);
});

test("a withdrawn comment also stands where its answers follow on another page", () => {
  const more = { root: { id: "root", name: "" }, after: "1_x", count: 3, isAtLeast: false };
  expect(treeOf(row("root", null, { withdrawnAt: new Date(), name: "" }), [], more, view)).toMatchObject([{ isWithdrawn: true, more }]);
});

test("with one level the way to the rest stands behind the last answer", () => {
  const more = { root: { id: "root", name: "Nroot" }, after: "1_x", count: 3, isAtLeast: false };
  expect(treeOf(row("root", null), chain, more, { ...view, depth: 1 }).map((comment) => comment.more)).toEqual([
    null,
    null,
    null,
    null,
    null,
    more,
  ]);
});

test("an author of the post and a colleague are told apart, and a changed comment says so", () => {
  const answers = [row("a", "root", { userId: "ada" }), row("b", "root", { userId: "bob", editedAt: new Date() }), row("c", "root")];
  const [top] = treeOf(row("root", null), answers, null, view);
  expect(top?.answers.map(({ mark, edited }) => [mark, edited])).toEqual([
    ["author", null],
    ["staff", "author"],
    [null, null],
  ]);
});
