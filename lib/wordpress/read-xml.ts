import fs from "node:fs";
import sax from "sax";

/** An element of an XML file with all that is in it. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** Why a file is no XML, as the end of a sentence that begins with its name. */
export class NotXml extends Error {}

/**
 * Reads an XML file piece by piece, so that one of gigabytes needs no more memory than its longest piece: of each element
 * that stands as deep as `depth` (the file's own is 0), `each` is told when it ends; whatever is around those is not kept.
 * Throws NotXml for what is not well-formed or not UTF-8, and what the file system throws.
 */
export async function readXml(file: string, depth: number, each: (element: Element, path: string[]) => void): Promise<void> {
  const parser = sax.parser(true, { position: true });
  const open: Element[] = [];
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "", children: [] };
    if (open.length > depth) open.at(-1)?.children.push(element);
    open.push(element);
  };
  const add = (text: string) => {
    const element = open.length > depth ? open.at(-1) : undefined;
    if (element) element.text += text;
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.onclosetag = () => {
    const element = open.pop();
    if (element && open.length === depth)
      each(
        element,
        open.map(({ name }) => name),
      );
  };
  parser.onerror = ({ message }) => {
    throw new NotXml(`is no well-formed XML (line ${parser.line + 1}: ${message.split("\n", 1)[0] ?? ""})`);
  };
  for await (const text of decoded(file)) parser.write(text);
  parser.close();
}

async function* decoded(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (error) {
      if (error instanceof TypeError) throw new NotXml("is not UTF-8: save it in that encoding", { cause: error });
      throw error;
    }
  };
  for await (const bytes of fs.createReadStream(file)) yield decode(bytes as Uint8Array);
  yield decode();
}
