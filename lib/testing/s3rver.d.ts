declare module "s3rver" {
  /** A store that speaks Amazon's S3, on a folder (the parts of it that the tests use). */
  export default class S3rver {
    constructor(options: { address: string; port: number; silent: boolean; directory: string; configureBuckets: { name: string }[] });
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
