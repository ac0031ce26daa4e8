import { adapterFor } from "@/lib/db/connect";
import { PrismaClient, type Prisma } from "@/lib/db/generated/client";
import { whenClosing } from "@/lib/server/closing";
import { shared } from "@/lib/shared";

/** Who waits for a connection or a row's lock waits as long as a person does, not Prisma's 2 and 5 s. */
const transactionOptions = { maxWait: 10_000, timeout: 20_000 };

/** The client of acts, the newsroom and signed links: sees every row, owns nothing, cannot rewrite the ledger. */
export const privateDb = shared("db.private", () => {
  const client = new PrismaClient({ adapter: adapterFor("private"), transactionOptions });
  whenClosing(() => client.$disconnect());
  return client;
});

/** A transaction of the private client. */
export type Tx = Prisma.TransactionClient;
