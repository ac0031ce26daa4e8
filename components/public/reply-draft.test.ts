import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  discardDrafts,
  draftsUnder,
  forgetDraft,
  keepDraft,
  keyOfDraft,
  moveDraft,
  restoreDraft,
  textsUnder,
} from "@/components/public/reply-draft";

const fields = { body: "", name: "", email: "", website: "" };
const at = (parentId: string, drafts = "draft a") => ({
  drafts,
  parentId,
  valueOf: (name: keyof typeof fields) => fields[name],
  setValue: (name: string, value: unknown) => void Object.assign(fields, { [name]: value }),
});
const type = (typed: Partial<typeof fields>, parentId = "") => {
  Object.assign(fields, typed);
  keepDraft(at(parentId));
};
const clearFields = () => Object.assign(fields, { body: "", name: "", email: "", website: "" });

beforeEach(() => {
  vi.stubGlobal("window", { localStorage: storage(), sessionStorage: storage() });
  clearFields();
});
afterEach(() => vi.unstubAllGlobals());

test("a text comes back where it was typed, and under no other comment or post", () => {
  type({ body: "To Grace", name: "Ada" }, "grace");
  clearFields();
  expect(restoreDraft(at(""))).toBe(false);
  expect(restoreDraft(at("grace", "draft b"))).toBe(false);
  expect(fields.body).toBe("");
  expect(restoreDraft(at("grace"))).toBe(true);
  expect(fields).toMatchObject({ body: "To Grace", name: "Ada" });
});

test("what is typed already is not written over", () => {
  type({ body: "Old" });
  Object.assign(fields, { body: "New" });
  expect(restoreDraft(at(""))).toBe(false);
  expect(fields.body).toBe("New");
});

test("the text goes along with the form; where another was begun that one is shown, and this one waits", () => {
  type({ body: "To Grace" }, "grace");
  type({ body: "To the post" });
  moveDraft(at(""), "linus");
  expect(draftsUnder("draft a")).toEqual({ grace: "To Grace", linus: "To the post" });
  moveDraft(at("linus"), "grace");
  expect(fields.body).toBe("To Grace");
  expect(draftsUnder("draft a")).toEqual({ grace: "To Grace", linus: "To the post" });
});

test("a retry has the key of the first try, until the text is stored", () => {
  type({ body: "Danke" });
  const key = keyOfDraft(at(""), "");
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(keyOfDraft(at(""), "")).toBe(key);
  forgetDraft(at(""), "Danke");
  expect(window.localStorage.getItem("draft a")).toBeNull();
  expect(window.sessionStorage.getItem("draft a")).toBeNull();
  expect(keyOfDraft(at(""), "")).not.toBe(key);
});

test("what another tab typed in the meantime stays when this tab's text is sent, and is not taken for it", () => {
  type({ body: "Of this tab" });
  const key = keyOfDraft(at(""), "");
  type({ body: "Of the other tab" });
  forgetDraft(at(""), "Of this tab");
  expect(draftsUnder("draft a")).toEqual({ "": "Of the other tab" });
  expect(keyOfDraft(at(""), "")).not.toBe(key);
});

test("all texts under a post can be seen, without their keys, and let go of", () => {
  type({ body: "To the post", name: "Ada" });
  keyOfDraft(at(""), "");
  type({ body: "To Grace" }, "grace");
  expect(textsUnder("draft a").sort()).toEqual(["To Grace", "To the post"]);
  discardDrafts("draft a");
  expect(textsUnder("draft a")).toEqual([]);
  expect(window.sessionStorage.getItem("draft a")).toBeNull();
});

test("a text that is taken out, or along, leaves no key behind", () => {
  type({ body: "Danke" });
  keyOfDraft(at(""), "");
  moveDraft(at(""), "grace");
  keyOfDraft(at("grace"), "");
  type({ body: "" }, "grace");
  expect(window.localStorage.getItem("draft a")).toBeNull();
});

test.each(["junk", '"text"', "null", "[1]"])("what others left under the name breaks nothing: %s", (left) => {
  window.localStorage.setItem("draft a", left);
  type({ body: "Danke" });
  expect(draftsUnder("draft a")).toMatchObject({ "": "Danke" });
});

/** A browser's storage, as far as it is used. */
function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
}
