import { afterEach, expect, test, vi } from "vitest";
import { confirmKey, endKey } from "@/lib/comments/mail/key";
import { receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { pageMessages } from "@/lib/i18n/page-messages";
import { siteMessages } from "@/lib/i18n/site-messages";
import { previewPath } from "@/lib/posts/preview-key";
import { reportReceiptKey } from "@/lib/reports/report-key";
import { requestScope } from "@/lib/server/bridge";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const DAY_MS = 86_400_000;

async function follow(): Promise<void> {
  await privateDb.setting.create({ data: { key: "interfaceFollowsPost", value: true, isPublic: true } });
}
afterEach(async () => {
  vi.restoreAllMocks();
  await privateDb.setting.deleteMany({ where: { key: "interfaceFollowsPost" } });
});

/** A post in a language, and the path of every page that is about it alone. */
async function pagesAbout(lang: string) {
  const post = await makePost({ status: "published", lang });
  const comment = await makeComment({ postId: post.id });
  const { id: subscriptionId } = await privateDb.subscription.create({ data: { commentId: comment.id, kind: "answered" } });
  const { id: userId } = await makeUser();
  const expiresAt = new Date(Date.now() + DAY_MS);
  const { id: linkId } = await privateDb.previewLink.create({ data: { postId: post.id, userId, expiresAt } });
  const { id: caseId } = await privateDb.reportCase.create({ data: { commentId: comment.id, isIllegal: false } });
  const { id: reportId } = await privateDb.report.create({ data: { caseId, reason: "insult" } });
  const reports = [`/report/${comment.id}`, `/receipts/report/${reportReceiptKey(reportId)}`];
  const receipt = `/receipts/${receiptKey(comment.id)}`;
  const mailed = [`/receipts/confirm/${confirmKey(comment.id)}`, `/receipts/unsubscribe/${endKey(subscriptionId)}`];
  const own = [receipt, `${receipt}?done=edited`, `${receipt}/edit`, `${receipt}/withdraw`, ...mailed, ...reports, previewPath(linkId)];
  return { post, paths: [`/${post.slug}`, `/${post.slug}?replies=x`, ...own] };
}

const localesOf = (paths: string[]) => Promise.all(paths.map(async (path) => (await pageMessages(path)).locale));

test("what is about one post speaks its language where the settings say so, lists and the site's own pages never do", async () => {
  const { paths } = await pagesAbout("de");
  expect(new Set(await localesOf(paths))).toEqual(new Set(["en"]));
  await follow();
  expect(await localesOf(paths)).toEqual(paths.map(() => "de"));
  const { slug: draft, id: postId } = await makePost({ lang: "de" });
  const { id: hidden } = await makeComment({ postId });
  const others = ["/", "/?after=x", "/search?q=a", "/archive/2026-01", "/missing", "/refused/tooMany", "/reply-form", "/receipts", ""];
  expect(
    new Set(
      await localesOf([
        ...others,
        `/${draft}`,
        "/receipts/edit-form",
        "/receipts/complaint-form",
        "/report/form",
        `/report/${hidden}`,
        "/admin/posts",
      ]),
    ),
  ).toEqual(new Set(["en"]));
});

test("dates follow the post's country; where the interface does not speak its language, the site's stands around it", async () => {
  await follow();
  const [austrian, french] = [await makePost({ status: "published", lang: "de-AT" }), await makePost({ status: "published", lang: "fr" })];
  const { locale, messages } = await pageMessages(`/${austrian.slug}`);
  expect([locale, messages.replies.leave]).toEqual(["de-AT", "Hinterlasse eine Antwort"]);
  expect((await siteMessages("fr")).locale).toBe("en");
  expect((await pageMessages(`/${french.slug}`)).locale).toBe("en");
});

test("a page is made anew when its post changes its language", async () => {
  await follow();
  const { id, slug } = await makePost({ status: "published", lang: "de" });
  const shows = new Set<string>();
  await requestScope.run({ sender: { ip: "192.0.2.1", agent: "test" }, shows }, () => pageMessages(`/${slug}`));
  expect(shows).toContain(`post:${id}`);
  expect(shows).toContain("settings");
});

test("no post is read for it while the settings do not ask for it, nor where the site's own pages stand", async () => {
  const { post, paths } = await pagesAbout("de");
  const reads = [vi.spyOn(publicDb.post, "findFirst"), vi.spyOn(privateDb.comment, "findUnique")];
  await localesOf(paths);
  await follow();
  await localesOf(["/failed", "/missing", "/search"]);
  expect(reads.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  await localesOf([`/${post.slug}`]);
  expect(reads[0]).toHaveBeenCalledOnce();
});
