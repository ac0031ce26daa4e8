import { domainToASCII } from "node:url";
import { emailDigest } from "@/lib/comments/contact";
import type { CommenterScope } from "@/lib/db/generated/enums";
import { digest } from "@/lib/keys";

/** A domain of so many labels is looked up whole, and each above it: no address has more that mean anything. */
const MOST_LABELS = 8;

/** What a rule goes by, as it is stored: a keyed digest, another for each scope, so that one index finds all of them. */
export function targetOf(scope: CommenterScope, of: string): Buffer<ArrayBuffer> {
  if (scope === "address") return emailDigest(of);
  return digest(scope === "domain" ? "commenter.domain" : "commenter.network", of);
}

/** The domain of an e-mail address, or one as it was typed, in its one spelling (ASCII, lower case); empty for what is none. */
export function domainOf(typed: string): string {
  const domain = domainToASCII(typed.slice(typed.lastIndexOf("@") + 1).trim());
  return /^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(domain) ? domain : "";
}

/** The domains whose rules are about an address: its own, and each above it that is not a whole top level. */
export function domainsOf(email: string): string[] {
  const labels = domainOf(email).split(".").slice(-MOST_LABELS);
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join("."));
}
