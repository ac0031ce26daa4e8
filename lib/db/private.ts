import { adapterFor } from "@/lib/db/connect";
import { PrismaClient, type Prisma } from "@/lib/db/generated/client";
import { shared } from "@/lib/shared";

/** The client of acts, the newsroom and signed links: sees every row, owns nothing, cannot rewrite the ledger. */
export const privateDb = shared("db.private", () => new PrismaClient({ adapter: adapterFor("private") }));

/** A transaction of the private client. */
export type Tx = Prisma.TransactionClient;
