import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Autosave } from "./autosave";
import type { SaveState } from "./autosave-parts";
import { newId } from "./new-id";
import { Saver, type SaveAnswer } from "./saver";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const fields = (title: string) => ({ title, body: { type: "doc", content: [] }, lang: "en" });
const offline: SaveAnswer = { ok: false, error: "offline" };

/** An autosave of a text, with what it sent and kept. `answers` come in their order, then each save is stored. */
function begin(answers: SaveAnswer[] = []) {
  const seen = { title: "", sent: [] as string[], kept: null as string | null, states: [] as SaveState["is"][] };
  let version = 0;
  const saver = new Saver({ id: newId(), version: null, unanswered: [] }, (input) => {
    seen.sent.push(input.title);
    version++;
    return Promise.resolve(answers.shift() ?? { ok: true, id: "", slug: "", version, appliedVersion: version });
  });
  const autosave = new Autosave(
    {
      saver,
      read: () => fields(seen.title),
      keep: () => {
        seen.kept = seen.title;
        return true;
      },
      forget: () => (seen.kept = null),
      onState: ({ is }) => seen.states.push(is),
      onAnswer: () => undefined,
    },
    fields(""),
  );
  const type = (title: string) => {
    seen.title = title;
    autosave.touch();
  };
  return { seen, autosave, type };
}

test("a change is on the device at once and on the server within two seconds, though one goes on typing", async () => {
  const { seen, type } = begin();
  type("a");
  expect(seen.kept).toBe("a");
  for (let key = 0; key < 20; key++) {
    await vi.advanceTimersByTimeAsync(100);
    type("a".repeat(key + 2));
    expect(seen.kept).toBe("a".repeat(key + 2));
  }
  expect(seen.sent.length).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(2000);
  expect(seen.sent.at(-1)).toBe("a".repeat(21));
  expect(seen.kept).toBe(null);
  expect(seen.states.at(-1)).toBe("stored");
});

test("while the server is away the text stays on the device, and is stored when it is back", async () => {
  const { seen, type } = begin([offline, offline, offline]);
  type("a");
  await vi.advanceTimersByTimeAsync(1200);
  expect(seen.states.at(-1)).toBe("kept");
  type("ab");
  expect(seen.kept).toBe("ab");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(seen.sent.at(-1)).toBe("ab");
  expect(seen.kept).toBe(null);
  expect(seen.states.at(-1)).toBe("stored");
});

test("between two texts it waits for the person, keeps the own one, and goes on when told", async () => {
  const { seen, autosave, type } = begin([{ ok: false, error: "staleVersion" }]);
  type("a");
  await vi.advanceTimersByTimeAsync(2000);
  type("ab");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen.sent).toEqual(["a"]);
  expect(seen.kept).toBe("ab");
  await autosave.store();
  expect(seen.sent).toEqual(["a", "ab"]);
  expect(seen.kept).toBe(null);
});

test("nothing is sent where nothing was typed, and the empty paragraph at the end is nothing", async () => {
  const { seen, autosave } = begin();
  autosave.touch();
  autosave.tryNow();
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen.sent).toEqual([]);
  expect(seen.states.at(-1)).toBe("stored");
});

test("a page that is left sends what is not stored, and keeps it too until that is answered", async () => {
  const { seen, autosave, type } = begin();
  type("a");
  autosave.leave();
  expect(seen.sent).toEqual(["a"]);
  expect(seen.kept).toBe("a");
  await vi.advanceTimersByTimeAsync(10);
  expect(seen.kept).toBe(null);
});
