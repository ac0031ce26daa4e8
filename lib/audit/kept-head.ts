import fs from "node:fs";
import path from "node:path";
import type { Head } from "@/lib/audit/chain";
import { config, ownerUrl } from "@/lib/config";
import { databaseName } from "@/lib/db/names";

/** Where the head is noted: beside the database, not in it, so that who cuts the chain there does not reach it. A file of each database. */
export function headFile(): string {
  return path.join(config().DATA_DIR, `ledger-head.${encodeURIComponent(databaseName(ownerUrl()))}`);
}

/** Notes the chain's head on this machine, in place of the one before, in the data folder. */
export function keepHead({ place, hash }: Head): void {
  const file = headFile();
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, `${place} ${Buffer.from(hash).toString("hex")}\n`, { mode: 0o600 });
  fs.renameSync(mine, file);
}

/** The head that was noted last, or null where none was. Throws when the file holds anything else. */
export function readHead(): Head | null {
  const file = headFile();
  if (!fs.existsSync(file)) return null;
  const head = headOf(fs.readFileSync(file, "utf8"));
  if (!head) throw new Error(`${file} holds no head of the ledger.`);
  return head;
}

/** A head as it is printed, `PLACE HASH` or `PLACE-HASH`; null for what is none. */
export function headOf(text: string): Head | null {
  const [, place, hash] = /^(\d{1,18})[ -]([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return place && hash ? { place: BigInt(place), hash: Buffer.from(hash, "hex") } : null;
}
