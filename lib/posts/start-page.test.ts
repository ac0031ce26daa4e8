import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { TEMPLATES } from "@/lib/posts/page-templates/names";
import { publishPost } from "@/lib/posts/publish";
import { startPage } from "@/lib/posts/start-page";
import { makeUser } from "@/lib/testing/make";

const each = TEMPLATES.flatMap((template) => [
  { template, lang: "de" },
  { template, lang: "en" },
]);

test.each(each)("$template in $lang is a draft of a page, with headings, ready to be published", async ({ template, lang }) => {
  const administrator = await makeUser({ role: "administrator" });
  const started = await startPage(administrator, { template, lang });
  if (!started.ok) throw new Error(started.error);
  const page = await privateDb.post.findUniqueOrThrow({ where: { id: started.id } });
  expect(page).toMatchObject({ kind: "page", status: "draft", lang, standfirst: "" });
  expect(page.bodyHtml).toMatch(/<h2.*<p>.*\[/s);
  expect(page.bodyHtml).not.toMatch(/\\/);
  expect(await publishPost(administrator, { id: started.id })).toMatchObject({ ok: true });
});

test.each(["author", "contributor", "moderator"] as const)("%s begins no page", async (role) => {
  expect(await startPage(await makeUser({ role }), { template: "imprint", lang: "de" })).toEqual({ ok: false, error: "forbidden" });
});

test("what is not offered is named", async () => {
  expect(await startPage(await makeUser(), { template: "manifesto", lang: "fr" })).toEqual({
    ok: false,
    error: "invalid",
    fields: { template: ["invalidChoice"], lang: ["invalidChoice"] },
  });
});
