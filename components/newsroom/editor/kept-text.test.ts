import { beforeEach, expect, test, vi } from "vitest";
import { KeptTexts, type Kept } from "./kept-text";

/** A browser's storage, as far as the kept texts need it: its texts are its own keys. */
class Storage {
  [name: string]: unknown;
  getItem(name: string): unknown {
    return this[name] ?? null;
  }
  setItem(name: string, text: string): void {
    this[name] = text;
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

beforeEach(() => void vi.stubGlobal("localStorage", new Storage()));

const [ada, bob, post] = ["ada", "bob", "post-1"];
const kept = (title: string, second: number, version: number | null = 1): Kept => ({
  kind: "post",
  values: { title, body: null, lang: "en" },
  place: { id: post, version, unanswered: [] },
  at: new Date(second * 1000).toISOString(),
});
const titleIn = (texts: KeptTexts) => texts.take(post)?.values.title;

test("a text is there for the next editor until it is stored", () => {
  new KeptTexts(ada).keep(kept("Typed", 1));
  const next = new KeptTexts(ada);
  expect(titleIn(next)).toBe("Typed");
  expect(titleIn(new KeptTexts("grace"))).toBe(undefined);
  next.keep(kept("Typed on", 2));
  next.forget(post, null);
  expect(titleIn(new KeptTexts(ada))).toBe(undefined);
});

test("of two tabs with one post, what the one stores takes nothing from the other", () => {
  const [one, other] = [new KeptTexts(ada), new KeptTexts(ada)];
  one.keep(kept("Of the one", 1));
  other.keep(kept("Of the other", 2));
  other.forget(post, null);
  expect(titleIn(new KeptTexts(ada))).toBe("Of the one");
});

test("a text that was taken over goes with what is made of it; a tab that is open still keeps its own anew", () => {
  const [one, next] = [new KeptTexts(ada), new KeptTexts(ada)];
  one.keep(kept("Of the one", 1));
  expect(titleIn(next)).toBe("Of the one");
  next.keep(kept("Taken over, and gone on", 2));
  next.forget(post, null);
  expect(titleIn(new KeptTexts(ada))).toBe(undefined);
  one.keep(kept("Of the one, gone on", 3));
  expect(titleIn(new KeptTexts(ada))).toBe("Of the one, gone on");
});

test("a new post goes on with what was kept of a post that the server does not know, the last first", () => {
  new KeptTexts(ada).keep({ ...kept("First", 1, null), place: { id: "a", version: null, unanswered: [] } });
  new KeptTexts(ada).keep({ ...kept("Second", 2, null), place: { id: "b", version: null, unanswered: [] } });
  new KeptTexts(ada).keep({ ...kept("Known", 3), place: { id: "c", version: 4, unanswered: [] } });
  expect(new KeptTexts(ada).takeNew("post")?.values.title).toBe("Second");
  expect(new KeptTexts(ada).takeNew("page")).toBe(null);
});

test("a text that was kept before editors had names of their own is found, and let go once it is stored", () => {
  localStorage.setItem(`leserbrief.draft.${ada}.${post}`, JSON.stringify(kept("Of before", 1)));
  const next = new KeptTexts(ada);
  expect(titleIn(next)).toBe("Of before");
  next.forget(post, null);
  expect(titleIn(new KeptTexts(ada))).toBe(undefined);
});

test("a text that was just stored stays for a moment, and says as what; what is typed on it stays", () => {
  vi.useFakeTimers();
  const [one, other] = [new KeptTexts(ada), new KeptTexts(bob)];
  for (const texts of [one, other]) {
    texts.keep(kept("Stored", 1));
    texts.forget(post, 7);
  }
  expect(new KeptTexts(ada).take(post)).toMatchObject({ values: { title: "Stored" }, storedAs: 7 });
  other.keep(kept("Gone on", 2));
  vi.advanceTimersByTime(5_000);
  expect(new KeptTexts(bob).take(post)).toMatchObject({ values: { title: "Gone on" } });
  one.keep(kept("Stored again", 3));
  one.forget(post, 8);
  vi.advanceTimersByTime(5_000);
  expect(one.take(post)?.values.title).not.toBe("Stored again");
  vi.useRealTimers();
});
