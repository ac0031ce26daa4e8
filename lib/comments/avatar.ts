import { digest } from "@/lib/keys";

const AVATAR_BYTES = 8;

/**
 * What an avatar is drawn from: a keyed digest of name and address together (HMAC-SHA-256, cut to 64 bits). Unlike a
 * plain hash of the address it can be looked up nowhere else, and cannot be found by trying addresses (DESIGN.md §4).
 */
export function avatarOf(name: string, email: string): Buffer<ArrayBuffer> {
  return digest("comment.avatar", JSON.stringify([name, email.toLowerCase()])).subarray(0, AVATAR_BYTES);
}
