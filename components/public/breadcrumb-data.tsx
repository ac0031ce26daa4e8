import type { BreadcrumbList, WithContext } from "schema-dts";
import type { Step } from "@/components/public/breadcrumb";
import { JsonLd } from "@/components/public/json-ld";

interface BreadcrumbDataProps {
  /** From the front page down to the page itself; paths of this site. */
  steps: Step[];
  /** The site's whole address. */
  site: string;
}

/** Where a page stands as schema.org knows it (BreadcrumbList): search engines show it in the address's place. */
export function BreadcrumbData({ steps, site }: BreadcrumbDataProps) {
  const data: WithContext<BreadcrumbList> = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, at) => ({ "@type": "ListItem", position: at + 1, name, item: new URL(path, site).href })),
  };
  return <JsonLd data={data} />;
}
