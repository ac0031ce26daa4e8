import fs from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { mailAssigned } from "@/lib/mail/assigned";
import { mailSentBack } from "@/lib/mail/sent-back";
import { assignPost } from "@/lib/posts/assign";
import { sendPostBack } from "@/lib/posts/send-back";
import { makePost, makeUser } from "@/lib/testing/make";

const folder = path.join(config().DATA_DIR, "mail");
const mails = () =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .sort()
        .map((file) => fs.readFileSync(path.join(folder, file), "utf8"))
    : [];
/** The payloads of the jobs that wait in a queue for what one of the newsroom did with a post. */
const jobs = (name: string) => privateDb.$queryRaw<{ data: never }[]>`select data from pgboss.job where name = ${name} order by created_on`;

const grace = await makeUser({ name: "Grace Hopper" });
const ada = await makeUser({ name: "Ada Lovelace", role: "author", email: "ada@example.org" });
const waiting = { title: "Harbour", bodyText: "Secret text.", status: "in_review", publishedAt: null } as const;
const by = (...userIds: string[]) => ({ authors: { create: userIds.map((userId, position) => ({ userId, position })) } });

beforeEach(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  await privateDb.$executeRaw`delete from pgboss.job where name in ('mail.assigned', 'mail.sentBack')`;
});

async function mailAllAssigned(): Promise<void> {
  for (const { data } of [...(await jobs("mail.assigned"))]) await mailAssigned(data);
}

test("whom a post is assigned to is told by whom, with its title and the way to it, once; again when it comes back to them", async () => {
  const { id } = await makePost({ ...waiting, ...by(ada.id) });
  await assignPost(grace, { id, userId: ada.id });
  await assignPost(grace, { id, userId: ada.id });
  await mailAllAssigned();
  await mailAllAssigned();
  expect(mails()).toHaveLength(1);
  expect(mails()[0]).toContain("To: ada@example.org");
  expect(mails()[0]).toContain("Grace Hopper assigned “Harbour” to you");
  expect(mails()[0]).toContain(`http://localhost:3000/admin/posts/${id}/flow`);
  expect(mails()[0]).not.toContain("Secret");
  await assignPost(grace, { id, userId: null });
  await assignPost(grace, { id, userId: ada.id });
  await mailAllAssigned();
  expect(mails()).toHaveLength(2);
});

test("nobody is told of what they assigned to themselves, nor of what is somebody else's by now", async () => {
  const { id } = await makePost({ ...waiting, ...by(ada.id) });
  await assignPost(ada, { id, userId: ada.id });
  expect(await jobs("mail.assigned")).toEqual([]);
  await assignPost(ada, { id, userId: grace.id });
  await assignPost(ada, { id, userId: ada.id });
  await mailAllAssigned();
  expect(mails()).toEqual([]);
});

test("each author whose post came back is told that a note says why; neither who sent it back nor who left is", async () => {
  const left = await makeUser({ role: "author" });
  await privateDb.user.update({ where: { id: left.id }, data: { deactivatedAt: new Date() } });
  const { id } = await makePost({ ...waiting, ...by(grace.id, left.id, ada.id) });
  await sendPostBack(grace, { id, note: "Secret note." });
  const [job] = await jobs("mail.sentBack");
  if (!job) throw new Error("No mail was asked for.");
  await mailSentBack(job.data);
  await mailSentBack(job.data);
  expect(mails()).toHaveLength(1);
  expect(mails()[0]).toContain("To: ada@example.org");
  expect(mails()[0]).toContain("Grace Hopper sent “Harbour” back to you");
  expect(mails()[0]).toContain(`http://localhost:3000/admin/posts/${id}/flow`);
  expect(mails()[0]).not.toContain("Secret");
});

test("both mails speak the site's language, also of a post without a title", async () => {
  await privateDb.setting.create({ data: { key: "locale", value: "de", isPublic: true } });
  const { id } = await makePost({ ...waiting, title: "Ein Hafen", ...by(ada.id) });
  await assignPost(grace, { id, userId: ada.id });
  await sendPostBack(grace, { id, note: "Wer sagt das?" });
  await privateDb.post.update({ where: { id }, data: { title: "" } });
  await mailAllAssigned();
  for (const { data } of await jobs("mail.sentBack")) await mailSentBack(data);
  await privateDb.setting.delete({ where: { key: "locale" } });
  const [assigned = "", back = ""] = mails();
  expect(assigned).toContain("Beitrag öffnen");
  expect(assigned).toContain("Ohne Titel");
  expect(back).toContain("Notiz lesen");
});
