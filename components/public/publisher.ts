import type { Organization } from "schema-dts";

/** Who publishes the site, as schema.org knows it: the same node wherever it is named. Takes the site's name and its whole address. */
export function publisher({ name, address }: { name: string; address: string }) {
  return {
    "@type": "Organization",
    "@id": `${address}#organization`,
    url: address,
    name,
  } as const satisfies Organization;
}
