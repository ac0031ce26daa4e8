import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsTakenOut } from "@/lib/comments/mended";

test.each([
  ["nothing", "Ask Mr Smith.", "Ask Mr Smith."],
  ["letters within a word", "Teh goverment definately recieved it.", "The government definitely received it."],
  ["case, signs and Markdown", "**ASK** mr smith,`now`\n> he knows", "Ask Mr. Smith: now – he knows!"],
  ["words that were joined, or split", "Alot of in fomation, zu sammen mit der e mail.", "A lot of information, zusammen mit der E-Mail."],
  ["umlauts and eszett", "Das Oel fuer die Strasse, daß es reicht.", "Das Öl für die Straße, dass es reicht."],
  ["an apostrophe", "Its their's, dont you see?", "It's theirs, don't you see?"],
  ["an abbreviation that is written out", "Ask Mr Smith.", "Ask Mister Smith."],
  ["a word said twice in a row", "He is is in the the house house.", "He is in the house."],
  ["the order of words", "Because I it have read gestern.", "Because I have read it gestern."],
  ["a short word by another", "The people is taller wie me.", "The people are taller als I."],
  ["what is put in", "He not come.", "He did not come, and nobody knows why."],
  ["how a number is written", "10.000 Euro um 3pm", "10000 Euro, um 3 pm"],
  ["a text without spaces", "彼は東京に住でいます。", "彼は東京に住んでいます。"],
])("mended is %s", (_, before, after) => {
  expect(wordsTakenOut(before, after)).toEqual([]);
});

test.each([
  ["an address", "Ask Mr Smith, Elm Street 3.", "Ask Mr Smith.", ["Elm", "Street", "3"]],
  ["one word among mended ones", "I habe gesehn diesen idiot gestern hier.", "I have gesehen diesen gestern hier.", ["idiot"]],
  ["one word beside mended ones", "Der Donaudampfschiffahrt idiot kahm.", "Der Donaudampfschifffahrt kam.", ["idiot"]],
  ["a short word", "He is not here.", "He is here.", ["not"]],
  ["two short words, where one is put in", "He is fat today.", "He looks today.", ["fat"]],
  ["a picture that a word replaces", "Good 🖕 morning", "Good old morning", ["🖕"]],
  ["another word in its place", "He is a crook.", "He is a person.", ["crook"]],
  ["what is left of a word", "So ein Arschloch!", "So ein A…h!", ["Arschloch"]],
  ["digits of a number", "Call 5551234 now.", "Call 5551xxx now.", ["5551234"]],
  ["a link", "See https://example.org/insult here.", "See here.", ["https", "example.org", "insult"]],
  ["a picture of a word", "Good 🖕 morning", "Good morning", ["🖕"]],
  ["a flag", "Hoch 🇩🇪 lebe", "Hoch lebe", ["🇩🇪"]],
  ["a currency", "Pay 5 € each.", "Pay 5 each.", ["€"]],
  ["a word that stood twice, but not in a row", "A crook, a true crook.", "A crook, a true.", ["crook"]],
  ["all of a word said twice", "No crook crook here.", "No here.", ["crook"]],
  ["half of a text without spaces", "彼は東京の泥棒です。", "彼は東京です。", ["の", "泥棒"]],
  ["everything", "Ask Mr Smith.", "", ["Ask", "Mr", "Smith"]],
])("not mended but taken out is %s", (_, before, after, gone) => {
  expect(wordsTakenOut(before, after)).toEqual(gone);
});

const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.lorem({ maxCount: 30 }));
/** Words of which none is like another: each of one letter. */
const apart = fc
  .uniqueArray(fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz")), { minLength: 2, maxLength: 12 })
  .map((letters) => letters.map((each) => each.repeat(4)));

test("whatever is written, the same text mends nothing away, and what is named stood there", () => {
  fc.assert(fc.property(anyText, (text) => wordsTakenOut(text, text).length === 0));
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      for (const word of wordsTakenOut(before, after)) expect(before).toContain(word);
    }),
  );
});

test("signs, spaces and capitals around words take nothing out, nor do words between them", () => {
  const between = fc.constantFrom(" ", ", ", "\n\n> ", "! *", " quite ", "… (yes) ");
  fc.assert(
    fc.property(apart, fc.array(between, { minLength: 12, maxLength: 12 }), fc.boolean(), (words, signs, isLoud) => {
      const after = words.map((word, nth) => word + (signs[nth] ?? " ")).join("");
      expect(wordsTakenOut(words.join(" "), isLoud ? after.toUpperCase() : after)).toEqual([]);
    }),
  );
});

test("words that go are all named, wherever they stood, and no other", () => {
  fc.assert(
    fc.property(apart, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (words, goes) => {
      const [gone, left] = [words.filter((_, nth) => goes[nth]), words.filter((_, nth) => !goes[nth])];
      expect(wordsTakenOut(words.join(" "), left.join(" "))).toEqual(gone);
    }),
  );
});

test("of a long text that is another all is taken out", () => {
  const words = (zero: string, one: string) =>
    Array.from({ length: 800 }, (_, nth) => (nth + 1_024).toString(2).replaceAll("0", zero).replaceAll("1", one)).join(" ");
  expect(wordsTakenOut(words("c", "d"), words("x", "y"))).toHaveLength(800);
});
