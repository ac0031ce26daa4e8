import { expect, test } from "vitest";
import { keysFrom } from "@/lib/comments/desk/key-schema";
import { STANDARD_KEYS } from "@/lib/comments/desk/keys";
import { deskKeysOf } from "@/lib/comments/desk/own-keys";
import { resetKeys, saveKeys } from "@/lib/comments/desk/save-keys";
import { privateDb } from "@/lib/db/private";
import { makeUser } from "@/lib/testing/make";

test("each moderator has keys of their own, which may be none, until they take back those that everybody has", async () => {
  const [ada, bob] = [await makeUser({ role: "moderator" }), await makeUser({ role: "moderator" })];
  expect(await saveKeys(ada, { ...STANDARD_KEYS, on: "on", approve: " f ", spam: "", choose: "ä" })).toEqual({ ok: true });
  const own = { ...STANDARD_KEYS, approve: "f", spam: "", choose: "ä" };
  expect(await deskKeysOf(ada)).toEqual({ areOn: true, keys: own });
  expect(await deskKeysOf(bob)).toEqual({ areOn: true, keys: STANDARD_KEYS });
  expect(await saveKeys(ada, own)).toEqual({ ok: true });
  expect(await deskKeysOf(ada)).toEqual({ areOn: false, keys: own });
  expect(await resetKeys(ada)).toEqual({ ok: true });
  expect(await deskKeysOf(ada)).toEqual({ areOn: true, keys: STANDARD_KEYS });
  const ledger = await privateDb.auditEvent.findMany({ where: { actorId: ada.id }, select: { act: true } });
  expect(ledger).toEqual(Array(3).fill({ act: "user.changeKeys" }));
});

test("two acts with one key, a word, and the key of the list are refused at the field; nothing is stored", async () => {
  const ada = await makeUser();
  const refusal = await saveKeys(ada, { ...STANDARD_KEYS, approve: "s", reply: "re", edit: "?", undo: "s" });
  expect(refusal).toMatchObject({ fields: { reply: ["tooLong"], edit: ["invalidChoice"] } });
  const twice = await saveKeys(ada, { ...STANDARD_KEYS, approve: "s" });
  expect(twice).toMatchObject({ error: "invalid", fields: { approve: ["inUse"], spam: ["inUse"] } });
  expect(await saveKeys(ada, { ...STANDARD_KEYS, next: "", previous: "" })).toEqual({ ok: true });
});

test("who does not moderate has no keys and saves none", async () => {
  const author = await makeUser({ role: "author" });
  expect(await deskKeysOf(author)).toBeNull();
  expect(await saveKeys(author, STANDARD_KEYS)).toMatchObject({ error: "forbidden" });
  expect(await resetKeys(author)).toMatchObject({ error: "forbidden" });
});

test("an act that came later does not take a key that somebody gave away, and what cannot be read is the standard", () => {
  expect(keysFrom({ areOn: true, keys: { approve: "e" } }).keys).toMatchObject({ approve: "e", edit: "" });
  expect(keysFrom({ nonsense: 1 })).toEqual({ areOn: true, keys: STANDARD_KEYS });
});
