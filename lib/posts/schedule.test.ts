import { afterEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { besideTags } from "@/lib/posts/beside";
import { publishDue } from "@/lib/posts/publish-scheduled";
import { schedulePost } from "@/lib/posts/schedule";
import { trashPost } from "@/lib/posts/trash";
import { unschedulePost } from "@/lib/posts/unschedule";
import { instantOf, wallClockOf } from "@/lib/posts/wall-clock";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

const editor = await makeUser();
const stored = (id: string) =>
  privateDb.post.findUniqueOrThrow({ where: { id }, select: { status: true, scheduledFor: true, publishedAt: true } });
const entries = (id: string) =>
  privateDb.auditEvent.findMany({
    where: { subjectId: id },
    orderBy: { id: "asc" },
    select: { act: true, actorId: true, rule: true, why: true },
  });
const jobsOf = (id: string) => privateDb.$queryRaw<{ at: Date }[]>`
  select start_after as at from pgboss.job where name = 'post.publish' and data->>'postId' = ${id} order by start_after`;
const siteZone = (timeZone: string) =>
  privateDb.setting.upsert({
    where: { key: "timeZone" },
    create: { key: "timeZone", value: timeZone },
    update: { value: timeZone },
    select: { key: true },
  });
/** As if its time had come: the database's clock cannot be set. */
const makeDue = (id: string, at = new Date(Date.now() - 1000)) =>
  privateDb.post.update({ where: { id }, data: { status: "scheduled", scheduledFor: at }, select: { id: true } });

afterEach(() => privateDb.setting.deleteMany({ where: { key: "timeZone" } }));

test.each([
  ["in summer", "Europe/Berlin", "2090-07-01T09:00", "2090-07-01T07:00:00.000Z"],
  ["in winter", "Europe/Berlin", "2090-01-02T09:00", "2090-01-02T08:00:00.000Z"],
  ["in a zone that was renamed", "Asia/Kolkata", "2090-07-01T09:00", "2090-07-01T03:30:00.000Z"],
  ["where clocks never change", "Asia/Dubai", "2090-07-01T09:00", "2090-07-01T05:00:00.000Z"],
])("a time %s is the site's clock's", async (_, zone, at, instant) => {
  await siteZone(zone);
  const { id } = await makePost();
  expect(await schedulePost(editor, { id, at })).toEqual({ ok: true, scheduledFor: new Date(instant) });
  expect(await stored(id)).toEqual({ status: "scheduled", scheduledFor: new Date(instant), publishedAt: null });
  expect(await jobsOf(id)).toEqual([{ at: new Date(instant) }]);
  expect(wallClockOf(new Date(instant), zone)).toBe(at);
});

test("the night in which clocks go forward: the hour that is missing is refused, the one after it is an hour later", async () => {
  await siteZone("Europe/Berlin");
  const { id } = await makePost();
  // EU rule: the last Sunday of March, 2:00 to 3:00. In 2090 that is the 26th.
  expect(await schedulePost(editor, { id, at: "2090-03-26T02:30" })).toEqual({
    ok: false,
    error: "timeSkipped",
    fields: { at: ["timeSkipped"] },
  });
  expect(await stored(id)).toMatchObject({ status: "draft", scheduledFor: null });
  expect(await schedulePost(editor, { id, at: "2090-03-26T01:59" })).toMatchObject({ scheduledFor: new Date("2090-03-26T00:59:00Z") });
  expect(await schedulePost(editor, { id, at: "2090-03-26T03:00" })).toMatchObject({ scheduledFor: new Date("2090-03-26T01:00:00Z") });
});

test("the night in which clocks go back: the hour that comes twice is asked about, and each of the two can be meant", async () => {
  await siteZone("Europe/Berlin");
  const { id } = await makePost();
  const at = "2090-10-29T02:30";
  expect(await schedulePost(editor, { id, at })).toEqual({
    ok: false,
    error: "timeTwice",
    fields: { at: ["timeTwice"] },
    offsets: ["+02:00", "+01:00"],
  });
  expect(await stored(id)).toMatchObject({ status: "draft" });
  expect(await schedulePost(editor, { id, at, offset: "+02:00" })).toMatchObject({ scheduledFor: new Date("2090-10-29T00:30:00Z") });
  expect(await schedulePost(editor, { id, at, offset: "+01:00" })).toMatchObject({ scheduledFor: new Date("2090-10-29T01:30:00Z") });
  expect(await schedulePost(editor, { id, at, offset: "+05:00" })).toMatchObject({ error: "timeTwice" });
});

test.each([
  ["2020-01-01T09:00", "timePast"],
  ["2090-02-30T09:00", "invalid"],
  ["tomorrow", "invalid"],
  [undefined, "invalid"],
])("%s is no time to publish at: %s", async (at, error) => {
  const { id } = await makePost();
  expect(await schedulePost(editor, { id, at })).toMatchObject({ ok: false, error });
  expect(await stored(id)).toMatchObject({ status: "draft" });
});

test("a post without text is not scheduled", async () => {
  const { id } = await makePost({ bodyText: " " });
  expect(await schedulePost(editor, { id, at: "2090-01-01T09:00" })).toEqual({
    ok: false,
    error: "invalid",
    fields: { body: ["required"] },
  });
});

test("a due post is published once, however many jobs run at the same moment, and every page hears of it", async () => {
  const { id, slug } = await makePost();
  await makeDue(id);
  const heard = await heardDuring(() => Promise.all(Array.from({ length: 20 }, () => publishDue())));
  const { publishedAt, ...post } = await stored(id);
  const showing = [
    tags.month(publishedAt ?? new Date()),
    "list:posts",
    `missing:${slug}`,
    `post:${id}`,
    ...(await besideTags(privateDb, id)),
  ];
  expect(heard.sort()).toEqual([...new Set(showing)].sort());
  expect(post).toMatchObject({ status: "published", scheduledFor: null });
  expect(await entries(id)).toEqual([{ act: "post.publish", actorId: null, rule: "clock", why: null }]);
});

test("a job of a time that was given up, or moved on, does nothing", async () => {
  const [later, taken, trashed] = [await makePost(), await makePost(), await makePost()];
  await schedulePost(editor, { id: later.id, at: "2090-01-01T09:00" });
  await schedulePost(editor, { id: taken.id, at: "2090-01-01T09:00" });
  await unschedulePost(editor, { id: taken.id });
  await schedulePost(editor, { id: trashed.id, at: "2090-01-01T09:00" });
  await trashPost(editor, { id: trashed.id });
  await publishDue();
  expect([await stored(later.id), await stored(taken.id), await stored(trashed.id)].map(({ status }) => status)).toEqual([
    "scheduled",
    "draft",
    "trash",
  ]);
});

test("what is due and has no job any more is found by the sweep", async () => {
  const [due, later] = [await makePost(), await makePost()];
  await makeDue(due.id, new Date(Date.now() - 30 * 86_400_000));
  await makeDue(later.id, new Date(Date.now() + 60_000));
  await publishDue();
  expect((await stored(due.id)).status).toBe("published");
  expect((await stored(later.id)).status).toBe("scheduled");
});

test("a due post that has lost its text leaves the schedule, and the ledger says why", async () => {
  const { id } = await makePost({ bodyText: "" });
  await makeDue(id);
  await publishDue();
  expect(await stored(id)).toMatchObject({ status: "draft", scheduledFor: null });
  expect(await entries(id)).toEqual([{ act: "post.unschedule", actorId: null, rule: "clock", why: "required" }]);
});

test("a job begins when it shall, not before", async () => {
  const postId = crypto.randomUUID();
  const at = new Date(Date.now() + 3_600_000);
  await privateDb.$transaction((tx) => enqueue(tx, "post.publish", { postId }, at));
  expect(await jobsOf(postId)).toEqual([{ at }]);
});

test("half past each hour of a year is one instant, none, or two, and reads back as it was typed", () => {
  let [skipped, twice] = [0, 0];
  for (let minute = Date.UTC(2027, 0, 1, 0, 30); minute < Date.UTC(2028, 0, 1); minute += 3_600_000) {
    const typed = new Date(minute).toISOString().slice(0, 16);
    const found = instantOf(typed, "Europe/Berlin");
    if (found.ok) expect(wallClockOf(found.instant, "Europe/Berlin")).toBe(typed);
    else if (found.error === "timeSkipped") skipped++;
    else if ("offsets" in found) twice++;
  }
  expect([skipped, twice]).toEqual([1, 1]);
});
