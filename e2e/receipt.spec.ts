import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/e2e/fixtures";
import { emptyTheQueue } from "@/e2e/queue";
import { AWAITING, fill, send } from "@/e2e/reply";
import { ask, urlencoded } from "@/e2e/raw";
import { forgetStoredSettings, storeLocale } from "@/e2e/settings";
import type { Site } from "@/e2e/site";
import { emailDigest, sealContact } from "@/lib/comments/contact";
import { addressKey, confirmKey, endKey } from "@/lib/comments/mail/key";
import { approveComment, rejectComment } from "@/lib/comments/moderate";
import { receiptKey } from "@/lib/comments/receipt";
import type { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { makeComment, makeUser } from "@/lib/testing/make";

const TITLE = "Where is my reply?";
/** The mail is there as soon as the job ran. */
const MAILED = { timeout: 20_000 };

type Given = Partial<Prisma.CommentUncheckedCreateInput>;

/** A reply with an address, and its receipt's path. */
async function replyUnder(postId: string, email: string, given: Given = {}) {
  const contact = { create: sealContact(email, { ip: "192.0.2.1", agent: "e2e" }) };
  const { id } = await makeComment({ postId, name: "Ada", body: "Danke für diesen *Text*!", ...given, contact });
  return { id, key: receiptKey(id), path: `/receipts/${receiptKey(id)}` };
}

const someone = () => `reader-${newId()}@example.org`;

/** The mails of this kind to an address, as files in DATA_DIR/mail. */
function mailsTo(site: Site, kind: string, email: string): string[] {
  const folder = path.join(site.dataDir, "mail");
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.startsWith(`${kind}.`) && file.endsWith(".eml")) : [];
  return files.map((file) => fs.readFileSync(path.join(folder, file), "utf8")).filter((text) => text.includes(`To: ${email}`));
}

/** The path of the first link in a mail that leads below a path of this site. */
function linkIn(mail: string, below: string): string {
  return new RegExp(`http://[^/\\s]+(${below}[\\w\\-/?=#]*)`).exec(mail)?.[1] ?? "no such link";
}

async function mailedTo(site: Site, kind: string, email: string): Promise<string> {
  await expect.poll(() => mailsTo(site, kind, email).length, MAILED).toBe(1);
  return mailsTo(site, kind, email)[0] ?? "";
}

const status = (page: Page, text: string) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

test.afterEach(async () => {
  await privateDb.setting.deleteMany({ where: { key: "moderation" } });
});

test("without scripts: an author changes a waiting reply, and takes it back for good [C8]", async ({ noScript, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const { id, path } = await replyUnder(postId, someone());
  const answer = await noScript.goto(path);
  expect(answer?.headers()).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex", "referrer-policy": "same-origin" });
  await expect(noScript.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(noScript.getByText(AWAITING)).toBeVisible();
  await noScript.getByRole("link", { name: "Change my text" }).click();
  await noScript.getByLabel("Comment").fill("Nochmals *danke*!");
  await noScript.getByRole("button", { name: "Save the change" }).click();
  await status(noScript, "Your change is saved.");
  await expect(noScript.getByRole("article").locator("em")).toHaveText("danke");
  await expect(noScript.getByText("Changed by you")).toBeVisible();
  await noScript.getByRole("link", { name: "Take it back and erase it" }).click();
  await expect(noScript.getByRole("heading", { name: "Take your reply back?" })).toBeVisible();
  await noScript.getByRole("button", { name: "Take it back for good" }).click();
  await status(noScript, "Nothing of your text, your name or your address is left here.");
  await expect(noScript.getByText("danke")).toHaveCount(0);
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body: "", name: "" });
});

test("without scripts: a refused change comes back with its text and its mark [C7]", async ({ noScript, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const { id, path } = await replyUnder(postId, someone());
  await noScript.goto(`${path}/edit`);
  const long = "x".repeat(10_001);
  await noScript.getByLabel("Comment").fill(long);
  const [answer] = await Promise.all([
    noScript.waitForResponse((response) => response.request().method() === "POST"),
    noScript.getByRole("button", { name: "Save the change" }).click(),
  ]);
  expect(answer.status()).toBe(422);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  await expect(noScript).toHaveTitle(/^Error: /);
  await expect(noScript.getByLabel("Comment")).toHaveValue(long);
  await expect(noScript.getByLabel("Comment")).toHaveAttribute("aria-invalid", "true");
  await expect(noScript.getByRole("alert")).toBeVisible();
  // Somebody decides meanwhile: both texts are shown.
  await noScript.goto(`${path}/edit`);
  await approveComment(await makeUser(), { id });
  await noScript.getByLabel("Comment").fill("My other text.");
  await noScript.getByRole("button", { name: "Save the change" }).click();
  await expect(noScript.getByRole("alert")).toContainText("changed in the meantime, or was decided");
  await expect(noScript.getByRole("article")).toContainText("Danke für diesen Text!");
  await expect(noScript.getByLabel("Comment")).toHaveValue("My other text.");
  await expect(noScript.getByText("it is off the page until somebody there has read it")).toBeVisible();
  await noScript.getByRole("button", { name: "Save the change" }).click();
  await status(noScript, "Your change is saved.");
  await expect(noScript.getByText(AWAITING)).toBeVisible();
});

test("the newsroom's reason is told to the author alone", async ({ page, publishedPost }) => {
  const { id: postId, slug } = await publishedPost();
  const { id, path } = await replyUnder(postId, someone());
  await rejectComment(await makeUser(), { id });
  await privateDb.comment.update({ where: { id }, data: { reason: "Please stay with the subject." } });
  await page.goto(path);
  await expect(page.locator("[data-fate]")).toHaveText("Your reply was not published.");
  await expect(page.getByRole("figure")).toContainText("Please stay with the subject.");
  expect(await (await page.request.get(`/${slug}`)).text()).not.toContain("Please stay");
});

test("told by mail: only what was confirmed in the mailbox, once, and ended by one click [C8]", async ({
  page,
  noScript,
  site,
  publishedPost,
}) => {
  test.slow();
  const { id: postId, slug } = await publishedPost({ title: "Brücken" });
  const email = someone();
  const { id, path } = await replyUnder(postId, email);
  await noScript.goto(path);
  await noScript.getByRole("checkbox", { name: "when my reply is published" }).check();
  await noScript.getByRole("checkbox", { name: "when somebody answers it" }).check();
  await noScript.getByRole("button", { name: "Tell me by e-mail" }).click();
  await status(noScript, "the mail is with you in a few minutes");
  const confirm = linkIn(await mailedTo(site, "confirm", email), "/receipts/confirm/");
  await noScript.goto(confirm);
  expect(await privateDb.subscription.count({ where: { commentId: id, confirmedAt: { not: null } } }), "GET changes nothing").toBe(0);
  await expect(noScript.getByRole("article")).toContainText("Danke");
  await noScript.getByRole("button", { name: "Yes, it is mine" }).click();
  await expect(noScript).toHaveURL(new RegExp(`${path}\\?done=confirmed`));
  await status(noScript, "your address is confirmed");
  await expect(noScript.getByText("You will be told when it is published.")).toBeVisible();

  const moderator = await makeUser();
  await approveComment(moderator, { id });
  const published = await mailedTo(site, "published", email);
  await page.goto(linkIn(published, `/${slug}`));
  await expect(page.getByRole("article").filter({ hasText: "Danke" })).toBeInViewport();
  const answer = await replyUnder(postId, someone(), { parentId: id, rootId: id, depth: 1, name: "Linus", body: "Gern!" });
  const own = await replyUnder(postId, email, { parentId: id, rootId: id, depth: 1, body: "Und noch etwas." });
  await approveComment(moderator, { id: own.id });
  await approveComment(moderator, { id: answer.id });
  const answered = await mailedTo(site, "answered", email);
  expect(answered).toContain("Linus");
  expect(answered).toContain("> Gern!");
  // RFC 8058: the mail program posts, without a cookie or an Origin, and is not redirected.
  const oneClick = new URL(/^List-Unsubscribe: <(.+)>$/m.exec(answered)?.[1] ?? "").pathname;
  expect(answered).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect((await ask(site.url, { path: oneClick })).status).toBe(303);
  expect((await ask(site.url, { path: oneClick, ...urlencoded({ "List-Unsubscribe": "One-Click" }) })).status).toBe(200);
  expect(await privateDb.subscription.findFirstOrThrow({ where: { commentId: id, kind: "answered" } })).toMatchObject({
    endedAt: expect.any(Date),
  });
  // The other one is ended by a person, on the page that the mail links.
  await page.goto(linkIn(published, "/receipts/unsubscribe/"));
  await page.getByRole("button", { name: "End these mails" }).click();
  await status(page, "No more mails about this.");
});

test("the link, and everything under the address, come by mail to that address alone", async ({ noScript, site, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const email = someone();
  const { path } = await replyUnder(postId, email);
  const other = await replyUnder(postId, email, { status: "spam", body: "Zweite." });
  await noScript.goto(path);
  await noScript.getByRole("button", { name: "E-mail me this link" }).click();
  await status(noScript, "the mail is with you");
  expect(linkIn(await mailedTo(site, "receipt", email), "/receipts/")).toBe(path);
  await noScript.getByRole("button", { name: "E-mail me everything under my address" }).click();
  await noScript.goto(linkIn(await mailedTo(site, "own-replies", email), "/receipts/address/"));
  await expect(noScript.getByText(email)).toBeVisible();
  await expect(noScript.getByRole("listitem").filter({ hasText: "Zweite." })).toContainText("Taken for spam");
  const data = await noScript.request.get((await noScript.getByRole("link", { name: "Download everything" }).getAttribute("href")) ?? "");
  expect(data.headers()["content-disposition"]).toContain("attachment");
  expect(await data.json()).toMatchObject({
    replies: [
      { email, state: "awaiting" },
      { email, text: "Zweite.", state: "spam" },
    ],
  });
  await noScript.getByRole("link", { name: "Erase everything" }).click();
  await noScript.getByRole("button", { name: "Erase everything for good" }).click();
  await status(noScript, "Nothing is left here under your address.");
  await noScript.goto(other.path);
  await expect(noScript.getByText("You took this reply back")).toBeVisible();
});

test("who gets mails that they never asked for ends them all by one click, and may allow them again", async ({
  noScript,
  site,
  publishedPost,
}) => {
  const { id: postId } = await publishedPost();
  const email = someone();
  const find = () => ask(site.url, { path: "/api/receipts/find", ...urlencoded({ email }) });
  await replyUnder(postId, email);
  await find();
  const mail = await mailedTo(site, "own-replies", email);
  const oneClick = new URL(/^List-Unsubscribe: <(.+)>$/m.exec(mail)?.[1] ?? "").pathname;
  expect(mail).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  const answer = await ask(site.url, { path: oneClick });
  expect([answer.status, answer.headers.location]).toEqual([303, linkIn(mail, "/receipts/no-mail/")]);
  expect(await privateDb.refusedAddress.count({ where: { emailHash: emailDigest(email) } }), "GET changes nothing").toBe(0);
  expect((await ask(site.url, { path: oneClick, ...urlencoded({ "List-Unsubscribe": "One-Click" }) })).status).toBe(200);
  expect(await privateDb.refusedAddress.count({ where: { emailHash: emailDigest(email) } })).toBe(1);

  await noScript.goto(linkIn(mail, "/receipts/no-mail/"));
  await noScript.getByRole("button", { name: "Allow mail again" }).click();
  await status(noScript, "Mail may come to this address again.");
  await noScript.getByRole("button", { name: "Send nothing to this address any more" }).click();
  await status(noScript, "No more mail comes to this address.");
  expect(await privateDb.refusedAddress.count({ where: { emailHash: emailDigest(email) } })).toBe(1);
});

test("where the site trusts the proven, the mailed link publishes their reply; who only types the address waits [C8]", async ({
  noScript,
  site,
  publishedPost,
}) => {
  await privateDb.setting.create({ data: { key: "moderation", value: "trusted" } });
  const { id: postId, slug } = await publishedPost();
  const email = someone();
  await replyUnder(postId, email, { status: "approved" });
  await privateDb.provenAddress.create({ data: { emailHash: emailDigest(email) } });
  const reply = async (body: string) => {
    await noScript.goto(`/${slug}`);
    await fill(noScript, { Comment: body, Name: "Ada", Email: email });
    await send(noScript).click();
    await expect(noScript.getByText(AWAITING)).toBeVisible();
  };
  await reply("Written by Ada.");
  const link = linkIn(await mailedTo(site, "confirm", email), "/receipts/confirm/");
  await reply("Written by a stranger.");
  await noScript.goto(link);
  await noScript.getByRole("button", { name: "Yes, it is mine" }).click();
  await expect(noScript.getByText("Your reply is published.")).toBeVisible();
  await noScript.goto(`/${slug}`);
  await expect(noScript.getByText("Written by Ada.")).toBeVisible();
  await expect(noScript.getByText("Written by a stranger.")).toHaveCount(0);
});

test("a receipt's download masks the address: who holds the link has not proven it", async ({ page, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const { key } = await replyUnder(postId, "ada@example.org");
  const answer = await page.request.get(`/api/receipts/${key}/data`);
  expect(answer.headers()).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex" });
  expect(await answer.text()).not.toContain("ada@example.org");
  expect(await answer.json()).toMatchObject({ email: "a…@e….org", name: "Ada", network: "192.0.2.0/24" });
});

test("nobody learns whether an address is known: the same answer, and a mail only where somebody wrote", async ({
  site,
  address,
  publishedPost,
}) => {
  const { id: postId } = await publishedPost();
  const [known, unknown] = [someone(), someone()];
  await replyUnder(postId, known);
  const find = async (email: string, more: Record<string, string> = {}) => {
    const form = urlencoded({ email });
    const { status, headers, body } = await ask(site.url, {
      path: "/api/receipts/find",
      ...form,
      headers: { ...form.headers, "x-forwarded-for": address, ...more },
    });
    return { status, location: headers.location, body: body.toString() };
  };
  expect(await find(known)).toEqual(await find(unknown));
  await mailedTo(site, "own-replies", known);
  expect(mailsTo(site, "own-replies", unknown)).toEqual([]);
  // Not even when the address had its daily number: more are asked for than are sent.
  for (let nth = 0; nth < 6; nth++) expect(await find(known)).toEqual(await find(unknown));
  expect(await find("ada@localhost")).toMatchObject({ status: 422 });
  for (let nth = 0; nth < 6; nth++) await find(unknown);
  const late = await find(unknown);
  expect(late.status).toBe(429);
  expect(late.body).toContain("try again later");
  expect(mailsTo(site, "own-replies", known).length).toBeLessThanOrEqual(5);
});

test("keys that are not ours, or for something else, open nothing, in every way of asking [C4][C16]", async ({ site, publishedPost }) => {
  const { id: postId } = await publishedPost();
  const { id, key } = await replyUnder(postId, someone());
  const other = { confirm: confirmKey(id), end: endKey(newId()), address: addressKey(Buffer.alloc(32), new Date(0)) };
  const wrong = ["x", key.slice(0, -1), `${key}A`, other.confirm, other.end, receiptKey(newId()), "%C3%A9%E2%82%AC", "%3Cscript%3E"];
  const pages = wrong.flatMap((bad) => [
    `/receipts/${bad}`,
    `/receipts/${bad}/edit`,
    `/receipts/${bad}/withdraw`,
    `/api/receipts/${bad}/data`,
  ]);
  pages.push(
    `/receipts/confirm/${key}`,
    `/receipts/unsubscribe/${key}`,
    `/receipts/no-mail/${key}`,
    `/receipts/address/${key}`,
    `/receipts/address/${other.address}`,
  );
  pages.push(`/api/receipts/address/${other.address}/data`, "/receipts/edit-form", "/receipts/complaint-form");
  for (const asked of pages) {
    const { status, headers } = await ask(site.url, { path: asked });
    expect([asked, status]).toEqual([asked, 404]);
    expect(headers).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex", "referrer-policy": "same-origin" });
  }
  const acts = ["edit", "withdraw", "mail-link", "mail-all", "subscribe"].flatMap((act) =>
    wrong.map((bad) => `/api/receipts/${bad}/${act}`),
  );
  acts.push(
    `/api/receipts/confirm/${key}`,
    `/api/receipts/unsubscribe/${key}`,
    `/api/receipts/no-mail/${key}`,
    `/api/receipts/no-mail/${key}/allow`,
  );
  for (const asked of acts) {
    const { status } = await ask(site.url, { path: asked, ...urlencoded({ body: "Forged.", published: "yes" }) });
    expect([asked, status]).toEqual([asked, 404]);
  }
  expect((await ask(site.url, { path: `/api/receipts/address/${other.address}/erase`, ...urlencoded({}) })).status).toBe(404);
  const foreign = { ...urlencoded({}), headers: { ...urlencoded({}).headers, origin: "https://evil.example" } };
  expect((await ask(site.url, { path: `/api/receipts/${key}/withdraw`, ...foreign })).status, "from another site").toBe(403);
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "pending", withdrawnAt: null });
});

test("the desk says so when a reply was taken back, or changed, under the moderator's eyes", async ({ signedInAs, publishedPost }) => {
  await emptyTheQueue();
  const { id: postId } = await publishedPost();
  const [changed, gone] = [
    await replyUnder(postId, someone(), { name: "Changing" }),
    await replyUnder(postId, someone(), { name: "Leaving" }),
  ];
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=pending");
  const row = (name: string) =>
    page.locator("tr, li, article", { hasText: name }).filter({ has: page.getByRole("button", { name: "Approve" }) });
  await page.request.post(`/api/receipts/${gone.key}/withdraw`, { form: {} });
  await page.request.post(`/api/receipts/${changed.key}/edit`, { form: { body: "Something else.", seen: "pending." } });
  await row("Leaving").getByRole("button", { name: "Approve" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("Its author took this comment back");
  await expect(row("Leaving")).toHaveCount(0);
  await row("Changing").getByRole("button", { name: "Approve" }).click();
  // The list was loaded anew by then: it shows the changed text, and this approval is of that one.
  await expect(page.getByRole("status").filter({ hasText: "public now" })).toBeVisible();
  await expect(row("Changing")).toHaveCount(0);
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id: changed.id } })).toMatchObject({
    status: "approved",
    body: "Something else.",
  });
});

for (const locale of ["en", "de"] as const) {
  test(`a reply is taken back for good by keyboard alone (${locale}) [C5]`, async ({ page, publishedPost }) => {
    test.slow();
    const { id: postId } = await publishedPost({ lang: locale, title: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" });
    const email = someone();
    const { path } = await replyUnder(postId, email);
    await storeLocale(locale);
    await expect.poll(async () => (await page.request.get(path)).text()).toContain(locale === "de" ? "Wo ist mein Leserbrief?" : TITLE);
    // From the receipt to the withdrawn reply without a pointer.
    await page.goto(`${path}/withdraw`);
    const yes = page.getByRole("button", { name: locale === "de" ? "Endgültig zurückziehen" : "Take it back for good" });
    for (let tabs = 0; tabs < 20 && !(await yes.evaluate((button) => button === document.activeElement)); tabs++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await status(page, locale === "de" ? "Erledigt." : "Done.");
    await expectAccessible(page);
    await forgetStoredSettings();
  });
}

test("an unpublished article's receipt names it not, and still lets its author act", async ({ page, publishedPost }) => {
  const { id: postId } = await publishedPost({ title: "Withdrawn title" });
  const { path } = await replyUnder(postId, someone());
  await privateDb.post.update({ where: { id: postId }, data: { status: "unpublished" } });
  await page.goto(path);
  await expect(page.getByText(AWAITING)).toBeVisible();
  await expect(page.getByText("Withdrawn title")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Take it back and erase it" })).toBeVisible();
});
