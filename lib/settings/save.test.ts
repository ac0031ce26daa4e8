import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { DEFAULT_LAW } from "@/lib/settings/law-input";
import { allSettings } from "@/lib/settings/newsroom";
import { siteSettings } from "@/lib/settings/public";
import { DEFAULT_ARRANGEMENT } from "@/lib/settings/arrangement";
import { DEFAULT_DISCUSSION, discussionFields } from "@/lib/settings/discussion-input";
import { saveSettings } from "@/lib/settings/save";
import { heardDuring } from "@/lib/testing/heard";
import { makeUser } from "@/lib/testing/make";

const site = { name: "Der Anzeiger", locale: "de", interfaceFollowsPost: false, timeZone: "Europe/Berlin" };
const discussion = { ...DEFAULT_DISCUSSION, repliesPerMinute: "5", repliesPerHour: "50" };

test("an administrator's settings hold for readers' pages; the ledger names what changed", async () => {
  const administrator = await makeUser({ role: "administrator" });
  expect(await saveSettings(administrator, "site", site)).toEqual({ ok: true });
  expect(await saveSettings(administrator, "discussion", discussion)).toEqual({ ok: true });
  expect(await siteSettings()).toMatchObject({ ...site, threadDepth: 5 });
  expect(await allSettings(administrator)).toEqual({
    ...site,
    ...DEFAULT_DISCUSSION,
    ...DEFAULT_LAW,
    ...DEFAULT_ARRANGEMENT,
    indexNow: false,
    repliesPerMinute: 5,
    repliesPerHour: 50,
  });
  expect(await saveSettings(administrator, "discussion", { ...discussion, repliesPerHour: 70 })).toEqual({ ok: true });
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
  await saveSettings(administrator, "site", site);
  await saveSettings(administrator, "discussion", discussion);
  expect(await heardDuring(() => saveSettings(administrator, "site", site))).toEqual([]);
  expect(await heardDuring(() => saveSettings(administrator, "discussion", { ...discussion, repliesPerHour: "90" }))).toEqual([]);
  expect(await heardDuring(() => saveSettings(administrator, "discussion", { ...discussion, threadDepth: "3" }))).toEqual(["settings"]);
  expect(await heardDuring(() => saveSettings(administrator, "discussion", { ...discussion, commentsPerPage: "20" }))).toEqual([
    "settings",
  ]);
  expect(await heardDuring(() => saveSettings(administrator, "site", { ...site, name: "Der Bote", locale: "en" }))).toEqual(["settings"]);
});

test("the public login sees only what readers' pages are made with", async () => {
  const administrator = await makeUser({ role: "administrator" });
  await saveSettings(administrator, "site", site);
  await saveSettings(administrator, "discussion", { ...discussion, akismetKey: "secret", spamWords: "casino" });
  const rows = await publicDb.setting.findMany({ select: { key: true }, orderBy: { key: "asc" } });
  const shown = [
    "avatars",
    "closeAfterDays",
    "commenters",
    "commentsOpen",
    "commentsPerPage",
    "guidelines",
    "interfaceFollowsPost",
    "locale",
    "name",
    "threadDepth",
    "threadOrder",
    "timeZone",
  ];
  expect(rows.map(({ key }) => key)).toEqual(shown);
});

test("a service's key left empty stays what it is, and the ledger does not tell it", async () => {
  const administrator = await makeUser({ role: "administrator" });
  await saveSettings(administrator, "discussion", { ...discussion, akismetKey: "secret-key" });
  await saveSettings(administrator, "discussion", { ...discussion, akismetKey: "" });
  expect(await allSettings(administrator)).toMatchObject({ akismetKey: "secret-key" });
  const told = await privateDb.auditEvent.findMany({ where: { subjectId: "akismetKey" } });
  expect(told.length).toBeGreaterThan(0);
  expect(JSON.stringify(told)).not.toContain("secret");
});

test.each([
  ["site", "name", " ", "required"],
  ["site", "name", "The\u0000Gazette", "invalid"],
  ["site", "locale", "fr", "invalidChoice"],
  ["site", "timeZone", "Moon/Crater", "invalidChoice"],
  ["site", "timeZone", "+02:00", "invalidChoice"],
  ["site", "timeZone", "", "invalidChoice"],
  ["discussion", "repliesPerMinute", "0", "invalidNumber"],
  ["discussion", "repliesPerHour", "many", "invalidNumber"],
  ["discussion", "threadDepth", "11", "invalidNumber"],
  ["discussion", "commentsPerPage", "9", "invalidNumber"],
  ["discussion", "commentsPerPage", "101", "invalidNumber"],
  ["discussion", "addressDays", "", "invalidNumber"],
  ["discussion", "closeAfterDays", "1e3", "invalidNumber"],
  ["discussion", "commentsOpen", "maybe", "invalidChoice"],
  ["discussion", "moderation", "never", "invalidChoice"],
  ["discussion", "commenters", "friends", "invalidChoice"],
  ["discussion", "senderDays", "8", "invalidNumber"],
] as const)("in %s, %s cannot be %j: %s", async (part, field, value, code) => {
  const administrator = await makeUser({ role: "administrator" });
  expect(await saveSettings(administrator, part, { ...site, ...discussion, [field]: value })).toEqual({
    ok: false,
    error: "invalid",
    fields: { [field]: [code] },
  });
});

test("a language's words are told apart by their field, kept by its code, and none are stored for an empty list", async () => {
  const administrator = await makeUser({ role: "administrator" });
  const typed = discussionFields({ "holdWordsIn.de": "Zank\r\nStreit", "holdWordsIn.en": " ", "spamWordsIn.fr": "casino" });
  expect(await saveSettings(administrator, "discussion", { ...discussion, ...typed })).toEqual({ ok: true });
  expect(await allSettings(administrator)).toMatchObject({ holdWordsIn: { de: "Zank\nStreit" }, spamWordsIn: { fr: "casino" } });
  const tooLong = discussionFields({ "holdWordsIn.de": "x".repeat(20_001), "spamWordsIn.DE": "x" });
  expect(await saveSettings(administrator, "discussion", { ...discussion, ...tooLong })).toMatchObject({
    fields: { "holdWordsIn.de": ["tooLong"] },
  });
});

test.each(["editor", "author", "moderator"] as const)("%s may not change or read the settings [C15]", async (role) => {
  const actor = await makeUser({ role });
  expect(await saveSettings(actor, "site", site)).toEqual({ ok: false, error: "forbidden" });
  expect(await allSettings(actor)).toBeNull();
});
