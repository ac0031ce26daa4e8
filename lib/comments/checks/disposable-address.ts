import { disposableEmailBlocklistSet } from "disposable-email-domains-js";
import type { Examined, Fired } from "@/lib/comments/checks/check";

const domains = disposableEmailBlocklistSet();

/** The address is one of those that are made to be thrown away, by its domain or one that holds it. */
export function disposableAddress({ comment }: Examined): Fired[] {
  const labels = comment.email
    .slice(comment.email.lastIndexOf("@") + 1)
    .toLowerCase()
    .split(".");
  const isDisposable = labels.slice(0, -1).some((_, index) => domains.has(labels.slice(index).join(".")));
  return isDisposable ? [{ rule: "disposableAddress", field: "email", score: 3 }] : [];
}
