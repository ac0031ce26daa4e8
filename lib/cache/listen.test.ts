import { expect, test, vi } from "vitest";
import pg from "pg";
import { markChanged } from "@/lib/cache/changed";
import { listenForChanges } from "@/lib/cache/listen";
import { ownerUrl } from "@/lib/config";
import { privateDb } from "@/lib/db/private";

test("every instance hears of a change when it is committed, and of none that was rolled back", async () => {
  const heard: string[][] = [[], []];
  const listeners = heard.map((tags) => listenForChanges({ changed: (tag) => tags.push(tag), missed: () => {} }));
  await Promise.all(listeners.map(({ listening }) => listening));
  const rolledBack = privateDb.$transaction(async (tx) => {
    await markChanged(tx, "post:lost");
    throw new Error("no");
  });
  await expect(rolledBack).rejects.toThrow("no");
  await privateDb.$transaction((tx) => markChanged(tx, "post:1", "list:posts"));
  await vi.waitFor(() =>
    expect(heard).toEqual([
      ["post:1", "list:posts"],
      ["post:1", "list:posts"],
    ]),
  );
  await Promise.all(listeners.map((listener) => listener.close()));
});

test("after a lost connection it listens again, and says that something may have been missed", async () => {
  const missed = vi.fn();
  const changed = vi.fn();
  const listener = listenForChanges({ changed, missed });
  await listener.listening;
  expect(missed).toHaveBeenCalledTimes(1);
  const owner = new pg.Client({ connectionString: ownerUrl() });
  await owner.connect();
  await owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'leserbrief-listen' and datname = current_database()",
  );
  await owner.end();
  await vi.waitFor(() => expect(missed).toHaveBeenCalledTimes(2), { timeout: 10_000 });
  await privateDb.$transaction((tx) => markChanged(tx, "post:2"));
  await vi.waitFor(() => expect(changed).toHaveBeenCalledWith("post:2"));
  await listener.close();
});
