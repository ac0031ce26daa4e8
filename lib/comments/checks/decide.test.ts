import { expect, test } from "vitest";
import { decide } from "@/lib/comments/checks/decide";

const by = (moderation: "hold" | "trusted" | "publish") => ({ moderation, doubtfulScore: 5 });
const anyone = { isTrusted: false, awaitsProof: false, isAsking: false };
const regular = { isTrusted: true, awaitsProof: false, isAsking: false };
const clean = [{ rule: "sameText", score: 3 }];
const doubtful = [
  { rule: "honeypot", score: 6 },
  { rule: "learned", score: -1 },
];

test("by default everything waits, whatever fired and whoever wrote it [C10]", () => {
  for (const fired of [[], clean, doubtful, [{ rule: "holdWord", score: 5 }], [{ rule: "service", score: 10 }]])
    for (const standing of [anyone, regular]) expect(decide(fired, by("hold"), standing)).toBeNull();
});

test("a word of the site's own list puts a reply straight to spam, in every mode", () => {
  for (const moderation of ["hold", "trusted", "publish"] as const)
    expect(decide([{ rule: "spamWord", score: 10 }], by(moderation), regular)).toEqual({ status: "spam", rule: "spamWords" });
});

test("where the site publishes, what nothing speaks against is published", () => {
  expect(decide([], by("publish"), anyone)).toEqual({ status: "approved", rule: "publish" });
  expect(decide(clean, by("publish"), anyone)).toEqual({ status: "approved", rule: "publish" });
});

test.each([
  ["doubtful", doubtful],
  ["held by a word", [{ rule: "holdWord", score: 0 }]],
  ["not wholly checked", [{ rule: "checkFailed", score: 0 }]],
  ["not answered for by the service", [{ rule: "serviceFailed", score: 0 }]],
])("what is %s waits for a person, in every mode", (_, fired) => {
  expect(decide(fired, by("publish"), regular)).toBeNull();
  expect(decide(fired, by("trusted"), regular)).toBeNull();
});

test("while a service is asked, a reply waits", () => {
  expect(decide([], by("publish"), { isTrusted: true, awaitsProof: false, isAsking: true })).toBeNull();
});

test("what is still to be proven is published by no rule, and spam all the same", () => {
  for (const moderation of ["hold", "trusted", "publish"] as const)
    expect(decide([], by(moderation), { ...regular, awaitsProof: true })).toBeNull();
  expect(decide([{ rule: "spamWord", score: 10 }], by("publish"), { ...anyone, awaitsProof: true })?.status).toBe("spam");
});

test("where the site trusts the known, the others wait", () => {
  expect(decide([], by("trusted"), regular)).toEqual({ status: "approved", rule: "trusted" });
  expect(decide([], by("trusted"), anyone)).toBeNull();
});

test("work that was done outweighs a doubt", () => {
  expect(decide([...doubtful, { rule: "proofOfWork", score: -5 }], by("publish"), anyone)).toEqual({ status: "approved", rule: "publish" });
});
