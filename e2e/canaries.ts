import { createHash } from "node:crypto";

/** An address that nobody else has and that stands out in any text; the place says where it is typed. */
export function canary(place: string): string {
  return `Kanarie.${place}.${Math.random().toString(36).slice(2, 10)}@Vogel-${place}.example`;
}

/** Where addresses stand in texts, in whatever way: the address and the way, once each. */
export function findings(addresses: string[], texts: string[]): string[] {
  return addresses.flatMap((email) =>
    spellings(email)
      .filter(([, needle]) => texts.some((text) => text.includes(needle)))
      .map(([name]) => `${email} ${name}`),
  );
}

/** Every way in which an address might stand somewhere, with its name: as typed and as stored, whole and by its local part. */
function spellings(email: string): [name: string, needle: string][] {
  return [email, email.toLowerCase()].flatMap((text): [string, string][] => {
    const local = text.slice(0, text.indexOf("@"));
    const hashes = ["md5", "sha1", "sha256"].flatMap((name): [string, string][] => {
      const digest = createHash(name).update(text).digest();
      return [
        [`${name} hex`, digest.toString("hex")],
        [`${name} hex, upper case`, digest.toString("hex").toUpperCase()],
        [`${name} base64`, digest.toString("base64").replace(/=+$/, "")],
        [`${name} base64url`, digest.toString("base64url")],
      ];
    });
    return [
      ["plain", text],
      ["local part", local],
      ["upper case", text.toUpperCase()],
      ["URL-encoded", encodeURIComponent(text)],
      ["HTML-escaped", text.replace("@", "&#64;")],
      ["HTML-escaped, hex", text.replace("@", "&#x40;")],
      ["HTML-escaped, by name", text.replace("@", "&commat;")],
      ["JSON-escaped", text.replace("@", "\\u0040")],
      ["quoted-printable", text.replace("@", "=40")],
      ["reversed", Array.from(text).reverse().join("")],
      ["hex", Buffer.from(text).toString("hex")],
      ["hex, upper case", Buffer.from(text).toString("hex").toUpperCase()],
      ...[0, 1, 2].map((shift): [string, string] => [`base64, shifted by ${shift}`, base64Core(text, shift)]),
      ...hashes,
    ];
  });
}

/** The characters of a base64 text that do not depend on what stands before and after, `shift` bytes into a group of three. */
function base64Core(text: string, shift: number): string {
  const encoded = Buffer.from("x".repeat(shift) + text)
    .toString("base64")
    .replace(/=+$/, "");
  return encoded.slice(shift === 0 ? 0 : shift + 1, -1);
}
