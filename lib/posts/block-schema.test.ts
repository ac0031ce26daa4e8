import { expect, test } from "vitest";
import { cardInput, figureInput, titleOfAddress } from "@/lib/posts/block-schema";

test.each([
  ["https://www.example.org/2024/05/die-neue-faehre.html", "Die neue faehre"],
  ["https://example.org/wiki/Möwe_(Vogel)", "Möwe (Vogel)"],
  ["https://example.org/%C3%9Cber-uns?x=1#y", "Über uns"],
  ["https://example.org/%E0%A4%A", "%E0%A4%A"],
  ["https://www.example.org/", "example.org"],
  ["https://example.org/12345/", "example.org"],
  ["/impressum", "/impressum"],
])("%s is called %s", (href, title) => {
  expect(titleOfAddress(href)).toBe(title);
});

test("a card without a title gets one from its address; one with a title keeps it", () => {
  expect(cardInput.parse({ href: "example.org/ein-film", title: " ", description: "" })).toEqual({
    href: "https://example.org/ein-film",
    title: "Ein film",
    description: "",
  });
  expect(cardInput.parse({ href: "/a", title: "A", description: "B" })).toEqual({ href: "/a", title: "A", description: "B" });
  expect(cardInput.safeParse({ href: "javascript:alert(1)", title: "", description: "" }).error?.issues[0]?.message).toBe("invalidUrl");
});

test("a picture is described in words", () => {
  expect(figureInput.safeParse({ alt: " ", caption: "", credit: "" }).error?.issues[0]?.message).toBe("altRequired");
});
