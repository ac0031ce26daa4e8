import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BEGINNING, bytesOfRow, linkHash, type WrittenRow } from "@/lib/audit/link";
import { keyFor } from "@/lib/keys";

const text = fc.string({ unit: "grapheme", maxLength: 8 });
const maybe = fc.option(fc.oneof(text, fc.constantFrom("", "0", "null", "\u0001\u0000", '{"a": 1}')), { nil: null });
const row: fc.Arbitrary<WrittenRow> = fc.record({
  id: text,
  at: text,
  actorId: maybe,
  act: text,
  subjectType: text,
  subjectId: text,
  from: maybe,
  to: maybe,
  why: maybe,
  rule: maybe,
});

test("no two different rows give the same bytes", () => {
  fc.assert(
    fc.property(row, row, (one, other) => {
      expect(bytesOfRow(one)?.equals(bytesOfRow(other) ?? Buffer.of())).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test("what moves from one column to the next, or into nothing, gives other bytes", () => {
  fc.assert(
    fc.property(row, fc.nat(8), text, (one, column, moved) => {
      const names = Object.keys(one) as (keyof WrittenRow)[];
      const [name = "id", next = "at"] = names.slice(column);
      const before = { ...one, [name]: `${one[name] ?? ""}${moved}`, [next]: one[next] ?? "" };
      const after = { ...one, [name]: one[name] ?? "", [next]: `${moved}${one[next] ?? ""}` };
      const isSame = before[name] === after[name] && before[next] === after[next];
      expect(bytesOfRow(before)?.equals(bytesOfRow(after) ?? Buffer.of())).toBe(isSame);
      expect(bytesOfRow({ ...one, why: null })?.equals(bytesOfRow({ ...one, why: "" }) ?? Buffer.of())).toBe(false);
    }),
  );
});

test("form 1 is what it always was: old links stay provable", () => {
  const first: WrittenRow = {
    id: "01890000-0000-7000-8000-000000000000",
    at: "1795867738000",
    actorId: null,
    act: "comment.spam",
    subjectType: "comment",
    subjectId: "ä",
    from: '"pending"',
    to: '"spam"',
    why: null,
    rule: "r",
  };
  const present = (value: string) => {
    const bytes = Buffer.from(value);
    return `01${bytes.length.toString(16).padStart(8, "0")}${bytes.toString("hex")}`;
  };
  const absent = "00";
  const { id, at, act, subjectType, subjectId, from, to, rule } = first;
  const parts = [id, at, absent, act, subjectType, subjectId, from ?? "", to ?? "", absent, rule ?? ""];
  const written = parts.map((part) => (part === absent ? absent : present(part))).join("");
  expect(bytesOfRow(first, 1)?.toString("hex")).toBe(written);
  const hashed = createHmac("sha256", keyFor("ledger chain")).update(BEGINNING).update(Buffer.of(1)).update(written, "hex").digest();
  expect(linkHash(BEGINNING, first, 1)).toEqual(hashed);
  expect(linkHash(BEGINNING, first, 99)).toBeNull();
});
