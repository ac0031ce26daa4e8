import type { CommandContext } from "./start/context";
import { withDatabase } from "@/lib/db/open";
import { Failure } from "@/lib/failure";

const USAGE = `Use: npm run ledger:verify [-- HEAD …]
  HEAD  what an earlier run printed as its head (PLACE-HASH): the chain must still hold it`;
const TELL_EVERY = 100_000n;

/**
 * Proves the ledger of the site that runs, or of its database when none does. Prints how many entries are right, how
 * fast they were read, and the head, to be kept elsewhere. Throws a Failure that names the first entry that is wrong.
 */
export async function main({ root, args }: CommandContext): Promise<void> {
  await withDatabase(root, async () => {
    // Loaded late: they open the database that withDatabase has just found.
    const [{ verifyLedger }, { headOf }, { tellWrong }] = [
      await import("@/lib/audit/verify"),
      await import("@/lib/audit/kept-head"),
      await import("@/lib/audit/tell-proof"),
    ];
    const kept = args.map((text) => {
      const head = headOf(text);
      if (!head) throw new Failure(`${text} is no head of the ledger.\n\n${USAGE}`);
      return head;
    });
    const begun = Date.now();
    let told = 0n;
    const proof = await verifyLedger(kept, undefined, (done) => {
      if (done < told + TELL_EVERY) return;
      told = done;
      console.log(`  … ${done} entries so far`);
    });
    if (!proof.ok) throw new Failure(tellWrong(proof));
    const seconds = (Date.now() - begun) / 1000;
    const speed = Math.round(Number(proof.entries) / Math.max(seconds, 0.001));
    const head = proof.head ? `${proof.head.place}-${Buffer.from(proof.head.hash).toString("hex")}` : "none yet";
    console.log(`\n  ${proof.entries} entries, all right, head ${head}\n  ${seconds.toFixed(1)} s, ${speed} entries/s\n`);
  });
}
