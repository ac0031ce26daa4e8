import { expect, test } from "vitest";
import { complaintAgain } from "@/lib/i18n/complaint-again";
import type { Refused } from "@/lib/server/bridge";

const refused = (error: Refused["error"], typed: Record<string, string>): Refused => ({ ok: false, error, typed });
const isOne = (statement: string | undefined) => statement === "one";

test("what was typed goes back into the form that was sent, and nowhere else", async () => {
  const banned = refused("banned", { statement: "one", text: "Why?" });
  expect(await complaintAgain(banned, isOne)).toEqual({ sent: { statement: "one", typed: "Why?" }, kept: null, refused: banned });
  const of = refused("tooMany", { published: "on" });
  expect(await complaintAgain(of, isOne), "another form's refusal").toEqual({ sent: {}, kept: null, refused: of });
  expect(await complaintAgain(undefined, isOne)).toEqual({ sent: {}, kept: null, refused: undefined });
});

test("where somebody complained before, what they typed now is kept, and that is the reason", async () => {
  const again = refused("complainedBefore", { statement: "two", text: "Why?" });
  expect(await complaintAgain(again, isOne)).toEqual({ sent: {}, kept: "Why?", refused: again });
});

test.each(["closed", "notFound", "invalid"] as const)(
  "where that form is gone (%s), the text is kept and the reason told",
  async (error) => {
    const gone = refused(error, { statement: "two", text: "Why?" });
    expect(await complaintAgain(gone, isOne)).toEqual({ sent: {}, kept: "Why?", refused: { ...gone, error: "closed" } });
    expect(await complaintAgain({ ...gone, typed: { text: "" } }, isOne)).toMatchObject({ kept: null, refused: { error: "closed" } });
  },
);
