import type { Organization, SearchAction, WebSite, WithContext } from "schema-dts";
import { JsonLd } from "@/components/public/json-ld";
import { publisher } from "@/components/public/publisher";

interface SiteDataProps {
  name: string;
  /** The site's whole address. */
  address: string;
  lang: string;
  /** The logo's whole address, if there is one. */
  logo?: string;
}

/** What a search takes: Google's own word, which the vocabulary writes another way (schema.org/docs/actions, "query-input"). */
type Searching = SearchAction & { "query-input": string };

/** The site and who publishes it as schema.org knows them (WebSite, Organization), for search engines: its name, and how to search it. They stand on the front page. */
export function SiteData({ name, address, lang, logo }: SiteDataProps) {
  const search: Searching = {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${new URL("/search", address).href}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
  const site: WithContext<WebSite> = {
    "@context": "https://schema.org",
    "@type": "WebSite",
    "@id": `${address}#site`,
    url: address,
    name,
    inLanguage: lang,
    publisher: publisher({ name, address }),
    potentialAction: search,
  };
  const organization: WithContext<Organization> = {
    "@context": "https://schema.org",
    ...publisher({ name, address }),
    "@type": "NewsMediaOrganization",
    ...(logo && { logo }),
  };
  return (
    <>
      <JsonLd data={site} />
      <JsonLd data={organization} />
    </>
  );
}
