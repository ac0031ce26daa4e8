import type { S3Client } from "@aws-sdk/client-s3";
import { answerOf, bucketOf, clientOf, sdk, type Bucket } from "@/lib/media/bucket";
import { mediaTypeOf } from "@/lib/media/shown";
import type { MediaStore, NewFile, StoredFile } from "@/lib/media/store";

/**
 * Pictures in a bucket of an S3-compatible store, as PREFIX/ID/FILE. Takes S3_URL: the store's address with key and
 * secret as user and password, then bucket and prefix as path, the region in the query.
 */
export function s3Store(url: string): MediaStore {
  return new S3Store(bucketOf(url));
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
      await answerOf(client.send(new PutObjectCommand({ ...this.#place(id, name), Body: bytes, ContentType: mediaTypeOf(name) })));
    }
  }

  async read(id: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const { GetObjectCommand, NoSuchKey } = await sdk();
    const client = await this.#connected();
    try {
      const { Body } = await answerOf(client.send(new GetObjectCommand(this.#place(id, name))));
      return Body ? new Uint8Array(await answerOf(Body.transformToByteArray())) : null;
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
      const { Errors = [] } = await answerOf(client.send(new DeleteObjectsCommand({ Bucket: this.#bucket.name, Delete })));
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
    for (;;) {
      const { done, value } = await answerOf(pages.next());
      if (done) return;
      for (const { Key = "", LastModified } of value.Contents ?? []) {
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
