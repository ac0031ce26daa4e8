import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOutage } from "@/lib/db/errors";
import { Failure } from "@/lib/failure";
import { checkBucket } from "@/lib/media/bucket";
import { folderStore } from "@/lib/media/folder-store";
import { s3Store } from "@/lib/media/s3-store";
import type { MediaStore, StoredFile } from "@/lib/media/store";
import { startBucket } from "@/lib/testing/bucket";

let bucket: Awaited<ReturnType<typeof startBucket>>;
beforeAll(async () => {
  bucket = await startBucket();
});
afterAll(() => bucket.stop());

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const stores: [string, () => MediaStore][] = [
  ["a folder", folderStore],
  ["an S3-compatible store", () => s3Store(bucket.url)],
];

async function listed(store: MediaStore): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const file of store.list()) files.push(file);
  return files;
}

describe.each(stores)("%s", (_, open) => {
  test("gives back what was written, byte for byte, and null for what was not", async () => {
    const [store, id] = [open(), crypto.randomUUID()];
    const bytes = new Uint8Array(Array.from({ length: 70_000 }, (_each, at) => at % 256));
    await store.write(id, [{ name: "320.avif", bytes }]);
    expect(await store.read(id, "320.avif")).toEqual(bytes);
    expect(await store.read(id, "640.avif")).toBeNull();
    expect(await store.read(crypto.randomUUID(), "320.avif")).toBeNull();
  });

  test("lists each picture's files with the time they were written", async () => {
    const [store, id] = [open(), crypto.randomUUID()];
    await store.write(id, [
      { name: "320.webp", bytes: bytesOf("a") },
      { name: "9-320.webp", bytes: bytesOf("b") },
    ]);
    const files = (await listed(store)).filter((file) => file.id === id);
    expect(files.map(({ name }) => name).sort()).toEqual(["320.webp", "9-320.webp"]);
    for (const { writtenAt } of files) expect(Math.abs(Date.now() - writtenAt.getTime())).toBeLessThan(60_000);
  });

  test("removes just what is gone, of just this picture", async () => {
    const [store, id, other] = [open(), crypto.randomUUID(), crypto.randomUUID()];
    for (const each of [id, other]) {
      await store.write(each, [
        { name: "320.webp", bytes: bytesOf("old") },
        { name: "9-320.webp", bytes: bytesOf("new") },
      ]);
    }
    await store.remove(id, ({ name }) => name === "320.webp");
    expect(await store.read(id, "320.webp")).toBeNull();
    expect(await store.read(id, "9-320.webp")).toEqual(bytesOf("new"));
    expect(await store.read(other, "320.webp")).toEqual(bytesOf("old"));
    await store.remove(id, () => true);
    expect((await listed(store)).filter((file) => file.id === id)).toEqual([]);
  });
});

test("at the start a store lets the site in, says why it does not, or is out of reach for now", async () => {
  expect(await checkBucket(bucket.url)).toBeNull();
  await expect(checkBucket(bucket.url.replace("S3RVER:S3RVER", "NOBODY:S3RVER"))).rejects.toThrow(
    new Failure("S3_URL names a store that answers InvalidAccessKeyId: check the key, the secret, the bucket and the region."),
  );
  await expect(checkBucket(bucket.url.replace("/media/", "/nowhere/"))).rejects.toThrow(
    /^S3_URL names a store that answers NoSuchBucket: /,
  );
  expect(await checkBucket("http://KEY:SECRET@127.0.0.1:1/media")).toMatch(/^The store that S3_URL names is out of reach \(.+\): /);
});

test("a store that is not there, says nothing, or that it cannot, is an outage", async () => {
  const silent = net.createServer(() => {});
  const broken = http.createServer((_, response) => response.writeHead(500).end());
  for (const server of [silent, broken]) {
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as net.AddressInfo;
    const asked = s3Store(`http://KEY:SECRET@127.0.0.1:${port}/media`).read(crypto.randomUUID(), "320.webp");
    await expect(asked).rejects.toSatisfy(isOutage);
    server.close();
  }
  await expect(s3Store("http://KEY:SECRET@127.0.0.1:1/media").list()[Symbol.asyncIterator]().next()).rejects.toSatisfy(isOutage);
}, 30_000);

test("a wrong key is our defect, not a missing picture, and not an outage", async () => {
  const store = s3Store(bucket.url.replace("S3RVER:S3RVER", "NOBODY:S3RVER"));
  await expect(store.read(crypto.randomUUID(), "320.webp")).rejects.not.toSatisfy(isOutage);
});
