import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { insertCard, insertFootnote } from "../insert";
import { attributesAt, type Place } from "../place";
import { BlockDialog } from "./block-dialog";
import { BLOCK_TEXTS } from "./blocks";
import { LinkTargets, type FindLinks } from "./link-targets";

interface DetailsProps {
  editor: Editor;
  /** What the texts are of. */
  of: Place;
  /** Whether it is put into the text now, at the cursor; otherwise it is there already. */
  isNew: boolean;
  findLinks: FindLinks;
  onClose: () => void;
  onClosed: () => void;
}

/** Asks for the texts of a picture, a card, a footnote, a pull quote or a table. */
export function Details({ editor, of, isNew, findLinks, onClose, onClosed }: DetailsProps) {
  const t = useTranslations("write");
  const { fields, schema } = BLOCK_TEXTS[of];

  function put(attributes: Record<string, string>) {
    if (!isNew) editor.chain().focus().updateAttributes(of, attributes).run();
    else if (of === "footnote") insertFootnote(editor, attributes);
    else insertCard(editor, attributes);
  }
  return (
    <BlockDialog
      title={t(`places.${of}`)}
      action={t(isNew ? "insert" : "apply")}
      fields={fields.map(({ hint, label, ...field }) => ({
        ...field,
        label: t(`fields.${label ?? field.name}`),
        hint: hint && t(`hints.${hint}`),
      }))}
      opened={isNew ? {} : attributesAt(editor, of)}
      schema={schema}
      offer={of === "linkCard" ? (typed, fill) => offer(typed, fill, findLinks) : undefined}
      onDone={put}
      onClose={onClose}
      onClosed={onClosed}
    />
  );
}

/** A post of this site may stand on a card too: its title comes along. */
function offer(typed: string, fill: (texts: Record<string, string>) => void, find: FindLinks) {
  return <LinkTargets typed={typed} find={find} onPick={({ path, title }) => fill({ href: path, title })} />;
}
