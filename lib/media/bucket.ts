import type { S3Client } from "@aws-sdk/client-s3";
import { Failure } from "@/lib/failure";
import { Outage } from "@/lib/outage";

/** The bucket that S3_URL names, how one gets in, and what the names of its objects begin with. */
export interface Bucket {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  name: string;
  prefix: string;
}

/** How long a store may take to let the site in at the start, in milliseconds. */
const MAX_ANSWER_MS = 5_000;
/** How long a store may say nothing before it counts as away, in milliseconds. */
const MAX_SILENCE_MS = 3_000;

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

/**
 * Waits for what a bucket was asked. Returns its answer, throws what it refuses, and an Outage where it does not answer,
 * or only that it cannot.
 */
export async function answerOf<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const { name, answered } = failureOf(error);
    if (answered) throw error;
    throw new Outage(`the pictures' store does not answer (${name})`, { cause: error });
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
export function bucketOf(url: string): Bucket {
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

/** A client of a bucket's store, which waits no longer than MAX_SILENCE_MS for each of its two tries. */
export async function clientOf({ endpoint, region, credentials }: Pick<Bucket, "endpoint" | "region" | "credentials">): Promise<S3Client> {
  const { S3Client } = await sdk();
  // Others than Amazon's do not all know the checksums that the client would add, or buckets as host names.
  const checksums = { requestChecksumCalculation: "WHEN_REQUIRED", responseChecksumValidation: "WHEN_REQUIRED" } as const;
  const requestHandler = { connectionTimeout: MAX_SILENCE_MS, socketTimeout: MAX_SILENCE_MS };
  return new S3Client({ endpoint, region, credentials, forcePathStyle: true, requestHandler, maxAttempts: 2, ...checksums });
}

/** Amazon's client, loaded only where a site has such a store. */
export function sdk() {
  return import("@aws-sdk/client-s3");
}
