import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { allSettings, frontSettings } from "@/lib/settings/newsroom";
import { siteFrame, siteLook } from "@/lib/settings/public";
import { saveSettings } from "@/lib/settings/save";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

const ZERO = "00000000-0000-7000-8000-000000000000";

beforeEach(async () => {
  await privateDb.setting.deleteMany();
  await privateDb.post.deleteMany();
  await privateDb.category.deleteMany();
});

test("menus lead to public pages, to categories and to addresses, in their order; an empty footer has all pages", async () => {
  const administrator = await makeUser({ role: "administrator" });
  const category = await privateDb.category.create({ data: { name: "Town", slug: "town" } });
  const page = await makePost({ kind: "page", status: "published", slug: "imprint", title: "Imprint", lang: "en" });
  const draft = await makePost({ kind: "page" });
  const address = { kind: "address", label: "Shop", href: "https://shop.example/?a=1" };
  const headerMenu = [address, { kind: "category", id: category.id }, { kind: "page", id: draft.id }, { kind: "page", id: page.id }];
  const menus = { headerMenu: JSON.stringify(headerMenu), footerMenu: "[]" };
  expect(await heardDuring(() => saveSettings(administrator, "menus", menus))).toContain("settings");
  expect(await heardDuring(() => saveSettings(administrator, "menus", menus))).toEqual([]);
  const imprint = { href: "/imprint", label: "Imprint", lang: "en" };
  expect(await siteFrame()).toMatchObject({
    header: [{ href: "https://shop.example/?a=1", label: "Shop" }, { href: "/category/town", label: "Town" }, imprint],
    footer: [imprint],
    logo: null,
  });
  await saveSettings(administrator, "menus", { headerMenu: [], footerMenu: [address] });
  expect(await siteFrame()).toMatchObject({ header: [], footer: [{ label: "Shop" }] });
});

test.each([
  ["menus", "headerMenu", "not json", "invalid"],
  ["menus", "headerMenu", JSON.stringify([{ kind: "address", label: "x", href: "javascript:alert(1)" }]), "invalidUrl"],
  ["menus", "headerMenu", JSON.stringify([{ kind: "address", label: "x", href: "//other.example" }]), "invalidUrl"],
  ["menus", "footerMenu", JSON.stringify([{ kind: "address", label: " ", href: "/x" }]), "required"],
  ["front", "frontSections", JSON.stringify(["x"]), "invalidChoice"],
  ["front", "frontLeadId", "x", "invalidChoice"],
  ["front", "frontSecondIds", JSON.stringify(Array.from({ length: 5 }, () => randomUUID())), "tooLong"],
  ["front", "frontSecondIds", JSON.stringify([ZERO, ZERO]), "invalidChoice"],
  ["look", "languages", "", "required"],
  ["look", "languages", "de, German", "invalidChoice"],
  ["look", "logoId", "1", "invalidChoice"],
  ["look", "accent", "", "required"],
  ["look", "accent", "yellow", "invalidColour"],
  ["look", "accent", "#fff;}*{x:y", "invalidColour"],
  ["look", "fonts", "comic", "invalidChoice"],
] as const)("in %s, %s cannot be %j: %s", async (part, field, value, code) => {
  const whole = {
    headerMenu: "[]",
    footerMenu: "[]",
    frontLeadId: "",
    frontSecondIds: "[]",
    frontSections: "[]",
    logoId: "",
    accent: "#ffcc00",
    fonts: "newspaper",
    languages: "de",
  };
  const administrator = await makeUser({ role: "administrator" });
  expect(await saveSettings(administrator, part, { ...whole, [field]: value })).toMatchObject({
    error: "invalid",
    fields: { [field]: [code] },
  });
  expect(await privateDb.setting.count()).toBe(0);
});

test("languages are stored as codes, once each, the logo by its id, the accent in full", async () => {
  const administrator = await makeUser({ role: "administrator" });
  const logoId = randomUUID();
  expect(await saveSettings(administrator, "look", { logoId, accent: "06C", fonts: "sans", languages: "DE, en,de; pt-BR" })).toEqual({
    ok: true,
  });
  expect(await allSettings(administrator)).toMatchObject({ languages: ["de", "en", "pt-BR"], logoId, accent: "#0066cc" });
  const look = await siteLook();
  expect(look?.sheet).toMatch(/--accent:#0066cc;--on-accent:#ffffff;--font-text:var\(--instrument-sans\)/);
  expect((await siteFrame()).head).toEqual({ look: `/look/${look?.file}`, fonts: ["/fonts/instrument-sans-core.woff2"] });
});

test("only an administrator changes menus and the look; the front page is the desk's", async () => {
  const [editor, author] = [await makeUser(), await makeUser({ role: "author" })];
  for (const part of ["menus", "look"] as const) expect(await saveSettings(editor, part, {})).toEqual({ ok: false, error: "forbidden" });
  expect(await saveSettings(author, "front", {})).toEqual({ ok: false, error: "forbidden" });
  expect(await frontSettings(author)).toBeNull();
  const front = { frontLeadId: ZERO, frontSecondIds: JSON.stringify([randomUUID()]), frontSections: "[]" };
  expect(await heardDuring(() => saveSettings(editor, "front", front))).toContain("settings");
  expect(await frontSettings(editor)).toEqual({ frontLeadId: ZERO, frontSecondIds: JSON.parse(front.frontSecondIds), frontSections: [] });
});
