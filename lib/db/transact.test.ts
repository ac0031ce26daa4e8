import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { makePost } from "@/lib/testing/make";

const titled = (title: string) => privateDb.post.count({ where: { title } });

test("what an act did is kept with its value", async () => {
  const { id } = await makePost();
  const result = await transact(async (tx) => {
    await tx.post.update({ where: { id }, data: { title: "Kept" } });
    return { ok: true, id };
  });
  expect(result).toEqual({ ok: true, id });
  expect(await titled("Kept")).toBe(1);
});

test("a refusal undoes what the act did before it, and is a value", async () => {
  const { id } = await makePost();
  const result = await transact(async (tx) => {
    await tx.post.update({ where: { id }, data: { title: "Refused" } });
    return { ok: false, error: "closed" };
  });
  expect(result).toEqual({ ok: false, error: "closed" });
  expect(await titled("Refused")).toBe(0);
});

test("what is thrown undoes it too, and is thrown on", async () => {
  const { id } = await makePost();
  const thrown = transact(async (tx) => {
    await tx.post.update({ where: { id }, data: { title: "Thrown" } });
    throw new Error("a defect");
  });
  await expect(thrown).rejects.toThrow("a defect");
  expect(await titled("Thrown")).toBe(0);
});
