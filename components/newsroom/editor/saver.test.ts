import fc from "fast-check";
import { expect, test } from "vitest";
import { Saver, type SaveAnswer, type Send } from "./saver";
import { newId } from "./new-id";

type Input = Parameters<Send>[0];

/** What the server does with a save (lib/posts/save.ts, whose tests prove it on PostgreSQL), and what it has. */
class Server {
  version = 0;
  title = "";
  #key: string | undefined;
  readonly acknowledged: string[] = [];
  readonly stored: string[] = [];

  take({ version = 0, unanswered = [], key, title, id }: Input): SaveAnswer {
    const isOwn = this.#key !== undefined && unanswered.includes(this.#key);
    if (version !== this.version && !isOwn) return { ok: false, error: "staleVersion" };
    this.version++;
    [this.title, this.#key] = [title, key];
    this.stored.push(title);
    return { ok: true, id: id ?? "", slug: "", version: this.version, appliedVersion: this.version };
  }

  /** Somebody else saves what they see. */
  overwrite(title: string): void {
    this.version++;
    [this.title, this.#key] = [title, newId()];
    this.stored.push(title);
  }
}

type Fate = "answered" | "lost before" | "lost after" | "late";
const fates = fc.array(fc.constantFrom<Fate>("answered", "lost before", "lost after", "late"), { minLength: 1, maxLength: 30 });
const offline: SaveAnswer = { ok: false, error: "offline" };

/** A network that loses requests, loses answers, and delivers some requests only after the next ones. */
function network(server: Server, fate: Fate[]): { send: Send; deliverLate: () => void } {
  const late: Input[] = [];
  const deliverLate = () => late.splice(0).forEach((input) => server.take(input));
  const send: Send = (input) => {
    const next = fate.shift() ?? "answered";
    if (next === "late") late.push(input);
    if (next === "lost before" || next === "late") return Promise.resolve(offline);
    const answer = server.take(input);
    if (fate.length % 3 === 0) deliverLate();
    return Promise.resolve(next === "answered" ? answer : offline);
  };
  return { send, deliverLate };
}

const fields = (title: string) => ({ title, body: { type: "doc" }, lang: "en" });

test("whatever the network loses or delays, the last text is stored, and no older one comes after it", async () => {
  await fc.assert(
    fc.asyncProperty(fates, async (fate) => {
      const server = new Server();
      const { send, deliverLate } = network(server, [...fate]);
      const saver = new Saver({ id: newId(), version: null, unanswered: [] }, send);
      for (let turn = 0; turn <= fate.length; turn++) {
        const title = String(turn);
        const answer = await saver.save(() => fields(title), true);
        expect(answer).not.toMatchObject({ error: "staleVersion" });
        if (answer.ok) expect(server.title).toBe(title);
      }
      deliverLate();
      expect(server.title).toBe(String(fate.length));
      expect(server.stored).toEqual([...server.stored].sort((a, b) => Number(a) - Number(b)));
    }),
    { numRuns: 500 },
  );
});

test("what somebody else saved is never written over: the save is refused until the person has seen it", async () => {
  await fc.assert(
    fc.asyncProperty(fates, fc.nat(20), async (fate, moment) => {
      const server = new Server();
      const { send, deliverLate } = network(server, [...fate]);
      const saver = new Saver({ id: newId(), version: null, unanswered: [] }, send);
      await saver.save(() => fields("begun"), true);
      for (let turn = 0; turn < moment; turn++) await saver.save(() => fields(`mine ${turn}`), true);
      deliverLate();
      server.overwrite("theirs");
      for (let turn = 0; turn <= fate.length; turn++) await saver.save(() => fields(`again ${turn}`), true);
      deliverLate();
      expect(server.title).toBe("theirs");
      saver.goOnFrom(server.version);
      expect(await saver.save(() => fields("merged"), false)).toMatchObject({ ok: true });
    }),
    { numRuns: 500 },
  );
});

test("one save waits for the one before it, and sends what stands there then", async () => {
  const sent: string[] = [];
  const waiting: ((answer: SaveAnswer) => void)[] = [];
  const saver = new Saver({ id: newId(), version: null, unanswered: [] }, (input) => {
    sent.push(input.title);
    return new Promise((resolve) => waiting.push(resolve));
  });
  let typed = "a";
  const [first, second] = [saver.save(() => fields(typed), true), saver.save(() => fields(typed), true)];
  await Promise.resolve();
  typed = "ab";
  expect(sent).toEqual(["a"]);
  waiting[0]?.({ ok: true, id: "", slug: "", version: 1, appliedVersion: 1 });
  await first;
  await Promise.resolve();
  expect(sent).toEqual(["a", "ab"]);
  waiting[1]?.(offline);
  await second;
  expect(saver.place).toMatchObject({ version: 1, unanswered: [expect.any(String)] });
});
