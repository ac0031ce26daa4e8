import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import S3rver from "s3rver";

/** Starts an S3-compatible store with one empty bucket, `media`. Returns its S3_URL, and how it is stopped. */
export async function startBucket(): Promise<{ url: string; stop: () => Promise<void> }> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-bucket-"));
  const server = new S3rver({ address: "127.0.0.1", port: 0, silent: true, directory, configureBuckets: [{ name: "media" }] });
  const { port } = await server.run();
  return {
    // The key and the secret that it knows by itself.
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/media/pictures`,
    stop: async () => {
      await server.close();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}
