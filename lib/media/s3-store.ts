import type { S3Client } from "@aws-sdk/client-s3";
import { Failure } from "@/lib/failure";
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

/** How long a store may take to let the site in at the start, in milliseconds. */
const MAX_ANSWER_MS = 5_000;

/** Asks a bucket for one of its names (`checkStore`). Takes S3_URL. */
export async function checkBucket(url: string): Promise<string | null> {
  const { ListObjectsV2Command } = await sdk();
  const { name, prefix, ...how } = bucketOf(url);
  const client = await clientOf(how);
  try {
    const asked = new ListObjectsV2Command({ Bucket: name, Prefix: prefix });
    await client.send(asked, { abortSignal: AbortSignal.timeout(MAX_ANSWER_MS) });
    return null;
  } catch (error) {
    const { name: code, answered } = failureOf(error);
    if (!answered) return `The store that S3_URL names is out of reach (${code}): pictures are missing until it is back.`;
    throw new Failure(`S3_URL names a store that answers ${code}: check the key, the secret, the bucket and the region.`);
  } finally {
    client.destroy();
  }
}

/** What the store's client throws has the answer's status, if there was one. */
function failureOf(error: unknown): { name: string; answered: boolean } {
  if (!(error instanceof Error)) throw error;
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return { name: error.name, answered: status >= 300 && status < 500 };
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

  async remove(id: string, gone: (file: StoredFile) => boolean): Promise<void> {
    const { DeleteObjectsCommand } = await sdk();
    const client = await this.#connected();
    const Objects: { Key: string }[] = [];
    for await (const file of this.#listed(`${this.#bucket.prefix}${id}/`)) {
      if (gone(file)) Objects.push({ Key: this.#place(id, file.name).Key });
    }
    for (let from = 0; from < Objects.length; from += MOST_OBJECTS) {
      const Delete = { Objects: Objects.slice(from, from + MOST_OBJECTS), Quiet: true };
      const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket: this.#bucket.name, Delete }));
      // The store answers 200 to what it did not do, too.
      if (Errors[0]) throw new Error(`The store keeps ${Errors.length} files that were to be removed: ${Errors[0].Code}`);
    }
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

  #connected(): Promise<S3Client> {
    return (this.#client ??= clientOf(this.#bucket));
  }
}

async function clientOf({ endpoint, region, credentials }: Pick<Bucket, "endpoint" | "region" | "credentials">): Promise<S3Client> {
  const { S3Client } = await sdk();
  // Others than Amazon's do not all know the checksums that the client would add, or buckets as host names.
  const checksums = { requestChecksumCalculation: "WHEN_REQUIRED", responseChecksumValidation: "WHEN_REQUIRED" } as const;
  return new S3Client({ endpoint, region, credentials, forcePathStyle: true, ...checksums });
}

/** Loaded only where a site has such a store. */
function sdk() {
  return import("@aws-sdk/client-s3");
}
