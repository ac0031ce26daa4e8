import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseEncoding, ENCODINGS } from "@/lib/server/negotiate";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["GZIP;Q=0.5", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["deflate", "identity"],
  ["*", "br"],
  ["*;q=0.5, br;q=0", "gzip"],
  ["identity", "identity"],
  ["identity;q=0.5, gzip;q=0.1", "identity"],
  ["identity;q=0", "gzip"],
  ["identity;q=0, *", "br"],
  ["*;q=0", "gzip"],
  ["br;q=2, gzip;q=x", "identity"],
])("%j gets %s [C4]", (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});

test("nobody gets a coding that they refuse while another one is acceptable (RFC 9110 §12.5.3)", () => {
  const weight = fc.constantFrom(0, 0.001, 0.5, 1);
  const asked = fc.uniqueArray(fc.tuple(fc.constantFrom("br", "gzip", "identity", "*", "zstd"), weight), { selector: ([name]) => name });
  fc.assert(
    fc.property(asked, (weights) => {
      const given = new Map<string, number>(weights);
      const isAcceptable = (name: string) => {
        const explicit = given.get(name) ?? given.get("*");
        return explicit === undefined ? name === "identity" : explicit > 0;
      };
      const chosen = chooseEncoding(weights.map(([name, q]) => `${name};q=${q}`).join(", "));
      if (ENCODINGS.some(isAcceptable)) expect(isAcceptable(chosen)).toBe(true);
    }),
  );
});
