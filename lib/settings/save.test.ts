import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { allSettings } from "@/lib/settings/newsroom";
import { siteSettings } from "@/lib/settings/public";
import { saveSettings } from "@/lib/settings/save";
import { heardDuring } from "@/lib/testing/heard";
import { makeUser } from "@/lib/testing/make";

const wanted = { name: "Der Anzeiger", locale: "de", timeZone: "Europe/Berlin", repliesPerMinute: "5", repliesPerHour: "50" };

test("an administrator's settings hold for readers' pages; the ledger names what changed", async () => {
  const administrator = await makeUser({ role: "administrator" });
  expect(await saveSettings(administrator, wanted)).toEqual({ ok: true });
  expect(await siteSettings()).toMatchObject({ name: "Der Anzeiger", locale: "de", timeZone: "Europe/Berlin" });
  expect(await allSettings(administrator)).toEqual({ ...wanted, repliesPerMinute: 5, repliesPerHour: 50 });
  expect(await saveSettings(administrator, { ...wanted, repliesPerHour: 70 })).toEqual({ ok: true });
  const rows = await privateDb.auditEvent.findMany({
    where: { subjectId: "repliesPerHour" },
    select: { from: true, to: true },
    orderBy: { id: "asc" },
  });
  expect(rows).toEqual([
    { from: null, to: 50 },
    { from: 50, to: 70 },
  ]);
});

test("readers' pages are made anew for what they are made with, and for nothing else", async () => {
  const administrator = await makeUser({ role: "administrator" });
  await saveSettings(administrator, wanted);
  expect(await heardDuring(() => saveSettings(administrator, wanted))).toEqual([]);
  expect(await heardDuring(() => saveSettings(administrator, { ...wanted, repliesPerHour: "90" }))).toEqual([]);
  expect(await heardDuring(() => saveSettings(administrator, { ...wanted, name: "Der Bote", locale: "en" }))).toEqual(["settings"]);
});

test("the public login sees only what readers' pages are made with", async () => {
  await saveSettings(await makeUser({ role: "administrator" }), wanted);
  const rows = await publicDb.setting.findMany({ select: { key: true }, orderBy: { key: "asc" } });
  expect(rows.map(({ key }) => key)).toEqual(["locale", "name", "timeZone"]);
});

test.each([
  ["name", " ", "required"],
  ["name", "The\u0000Gazette", "invalid"],
  ["locale", "fr", "invalidChoice"],
  ["timeZone", "Moon/Crater", "invalidChoice"],
  ["repliesPerMinute", "0", "invalidChoice"],
  ["repliesPerHour", "many", "invalidChoice"],
])("%s cannot be %j: %s", async (field, value, code) => {
  const administrator = await makeUser({ role: "administrator" });
  expect(await saveSettings(administrator, { ...wanted, [field]: value })).toEqual({
    ok: false,
    error: "invalid",
    fields: { [field]: [code] },
  });
});

test.each(["editor", "author", "moderator"] as const)("%s may not change or read the settings [C15]", async (role) => {
  const actor = await makeUser({ role });
  expect(await saveSettings(actor, wanted)).toEqual({ ok: false, error: "forbidden" });
  expect(await allSettings(actor)).toBeNull();
});
