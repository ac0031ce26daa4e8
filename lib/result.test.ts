import { expect, test } from "vitest";
import { z } from "zod";
import { requiredText } from "@/lib/comments/schema";
import { invalid, tooLong } from "@/lib/result";

const input = z.object({
  title: z.string().max(80, "tooLong"),
  text: z.string().refine((typed) => Array.from(typed).length <= 3, tooLong(3)),
  body: requiredText(3),
  ids: z.array(z.string()).max(1, "tooLong"),
  words: z.object({ de: z.string().max(2, "tooLong") }),
});

test("a refusal names the limit of each text that is too long, where its check tells it, and of nothing else", () => {
  const typed = { title: "x".repeat(81), text: "four", body: "four", ids: ["a", "b"], words: { de: "drei" } };
  const { error } = input.safeParse(typed);
  expect(error && invalid(error)).toEqual({
    ok: false,
    error: "invalid",
    fields: { title: ["tooLong"], text: ["tooLong"], body: ["tooLong"], ids: ["tooLong"], "words.de": ["tooLong"] },
    limits: { title: 80, text: 3, "words.de": 2 },
  });
  const other = input.safeParse({ ...typed, title: 1, text: "", body: "x", ids: [], words: { de: "" } });
  expect(other.error && invalid(other.error)).not.toHaveProperty("limits");
});
