import { adapterFor } from "@/lib/db/connect";
import { PrismaClient } from "@/lib/db/generated/client";
import { hiddenColumns } from "@/lib/db/visible";
import { whenClosing } from "@/lib/server/closing";
import { shared } from "@/lib/shared";

/**
 * The client of every shared page, feed and API. PostgreSQL shows it published posts and approved comments only,
 * and refuses every private table and column (lib/db/visible.ts).
 */
export const publicDb = shared("db.public", () => {
  const client = new PrismaClient({ adapter: adapterFor("public"), omit: hiddenColumns });
  whenClosing(() => client.$disconnect());
  return client;
});
