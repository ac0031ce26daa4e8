import { DOCUMENT_VERSION } from "@/lib/posts/document";

/** What each version of the form became in the next one, node by node; the key is the version that is left. */
const STEPS: Record<number, (node: object) => object> = {
  // Version 2 gave pictures caption and credit, and the name that says so.
  1: (node) => ("type" in node && node.type === "image" ? { ...node, type: "figure" } : node),
};

/**
 * An untrusted document of an older form, in today's (`DOCUMENT_VERSION`): step by step, so that each step stays as it
 * was written. Takes the document and the version it was stored in. Null for a version that this software does not know.
 */
export function upgradeDocument(untrusted: unknown, version: number): { document: unknown } | null {
  let document = untrusted;
  for (let from = version; from !== DOCUMENT_VERSION; from++) {
    const step = STEPS[from];
    if (!step) return null;
    document = everyNode(document, step);
  }
  return { document };
}

/** The deepest nesting that is walked; the reader refuses far less (lib/posts/read-document.ts). */
const MAX_DEPTH = 100;

function everyNode(node: unknown, step: (node: object) => object, depth = 0): unknown {
  if (typeof node !== "object" || node === null || depth > MAX_DEPTH) return node;
  const stepped = step(node);
  if (!("content" in stepped) || !Array.isArray(stepped.content)) return stepped;
  return { ...stepped, content: stepped.content.map((child: unknown) => everyNode(child, step, depth + 1)) };
}
