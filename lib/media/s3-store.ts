import type { S3Client } from "@aws-sdk/client-s3";
import { mediaTypeOf } from "@/lib/media/shown";
import type { MediaStore, NewFile, StoredFile } from "@/lib/media/store";

/** The bucket that S3_URL names, how one gets in, and what the names of its objects begin with. */
interface Bucket {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  name: string;
  prefix: string;
}

/**
 * Pictures in a bucket of an S3-compatible store, as PREFIX/ID/FILE. Takes S3_URL: the store's address with key and
 * secret as user and password, then bucket and prefix as path, the region in the query.
 */
export function s3Store(url: string): MediaStore {
  return new S3Store(bucketOf(url));
}

/** The parts of S3_URL (lib/config.ts has judged its form). */
function bucketOf(url: string): Bucket {
  const { protocol, host, pathname, username, password, searchParams } = new URL(url);
  const [name = "", ...prefix] = pathname.split("/").filter(Boolean).map(decodeURIComponent);
  return {
    endpoint: `${protocol}//${host}`,
    region: searchParams.get("region") ?? "us-east-1",
    credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
    name,
    prefix: prefix.map((part) => `${part}/`).join(""),
  };
}

/** S3 deletes and lists up to so many objects at once. */
const MOST_OBJECTS = 1000;

class S3Store implements MediaStore {
  readonly #bucket: Bucket;
  #client?: Promise<S3Client>;

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  async write(id: string, files: NewFile[]): Promise<void> {
    const { PutObjectCommand } = await sdk();
    const client = await this.#connected();
    for (const { name, bytes } of files) {
      await client.send(new PutObjectCommand({ ...this.#place(id, name), Body: bytes, ContentType: mediaTypeOf(name) }));
    }
  }

  async read(id: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const { GetObjectCommand, NoSuchKey } = await sdk();
    const client = await this.#connected();
    try {
      const { Body } = await client.send(new GetObjectCommand(this.#place(id, name)));
      return Body ? new Uint8Array(await Body.transformToByteArray()) : null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async remove(id: string, gone: (name: string) => boolean): Promise<void> {
    const { DeleteObjectsCommand } = await sdk();
    const client = await this.#connected();
    const names: string[] = [];
    for await (const file of this.#listed(`${this.#bucket.prefix}${id}/`)) if (gone(file.name)) names.push(file.name);
    if (names.length === 0) return;
    const Objects = names.slice(0, MOST_OBJECTS).map((name) => ({ Key: this.#place(id, name).Key }));
    await client.send(new DeleteObjectsCommand({ Bucket: this.#bucket.name, Delete: { Objects, Quiet: true } }));
  }

  list(): AsyncIterable<StoredFile> {
    return this.#listed(this.#bucket.prefix);
  }

  async *#listed(prefix: string): AsyncIterable<StoredFile> {
    const { paginateListObjectsV2 } = await sdk();
    const pages = paginateListObjectsV2({ client: await this.#connected() }, { Bucket: this.#bucket.name, Prefix: prefix });
    for await (const { Contents = [] } of pages) {
      for (const { Key = "", LastModified } of Contents) {
        const [id = "", name = ""] = Key.slice(this.#bucket.prefix.length).split("/");
        if (LastModified) yield { id, name, writtenAt: LastModified };
      }
    }
  }

  #place(id: string, name: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket.name, Key: `${this.#bucket.prefix}${id}/${name}` };
  }

  async #connected(): Promise<S3Client> {
    const { endpoint, region, credentials } = this.#bucket;
    // Others than Amazon's do not all know the checksums that the client would add, or buckets as host names.
    const checksums = { requestChecksumCalculation: "WHEN_REQUIRED", responseChecksumValidation: "WHEN_REQUIRED" } as const;
    this.#client ??= sdk().then(({ S3Client }) => new S3Client({ endpoint, region, credentials, forcePathStyle: true, ...checksums }));
    return this.#client;
  }
}

/** Loaded only where a site has such a store. */
function sdk() {
  return import("@aws-sdk/client-s3");
}
