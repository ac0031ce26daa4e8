import { openSignedId, signedId } from "@/lib/signed-key";

const PURPOSE = "preview link";

/** The path of a private link to a preview. Takes the link's id; its last part carries a MAC of 128 bits. */
export function previewPath(linkId: string): string {
  return `/preview/${signedId(PURPOSE, linkId)}`;
}

/** The id of the link that an untrusted key names; null when this site did not make it. */
export function openPreviewKey(key: string): string | null {
  return openSignedId(PURPOSE, key);
}
