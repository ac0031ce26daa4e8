import type { ZodType } from "zod";
import { captionInput, cardInput, figureInput, noteInput, sourceInput } from "@/lib/posts/block-schema";
import type { Place } from "../place";

/** The texts that a dialog can ask for. */
type FieldName = "alt" | "caption" | "credit" | "href" | "title" | "description" | "text" | "source";

interface BlockTexts {
  schema: ZodType<Record<string, string>>;
  fields: {
    name: FieldName;
    label?: "tableCaption";
    isLong?: boolean;
    inputMode?: "url";
    hint?: "altHint" | "hrefHint" | "titleHint" | "noteHint";
  }[];
}

/** Which texts hang on what, in the order in which they are asked for. */
export const BLOCK_TEXTS: Record<Place, BlockTexts> = {
  figure: {
    schema: figureInput,
    fields: [{ name: "alt", isLong: true, hint: "altHint" }, { name: "caption", isLong: true }, { name: "credit" }],
  },
  linkCard: {
    schema: cardInput,
    fields: [
      { name: "href", inputMode: "url", hint: "hrefHint" },
      { name: "title", hint: "titleHint" },
      { name: "description", isLong: true },
    ],
  },
  footnote: { schema: noteInput, fields: [{ name: "text", isLong: true, hint: "noteHint" }] },
  pullQuote: { schema: sourceInput, fields: [{ name: "source" }] },
  table: { schema: captionInput, fields: [{ name: "caption", label: "tableCaption" }] },
};
