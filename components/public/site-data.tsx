interface SiteDataProps {
  name: string;
  /** The site's whole address. */
  address: string;
}

/** The site as schema.org knows it (WebSite), for search engines: its name, and how to search it. It stands on the front page. */
export function SiteData({ name, address }: SiteDataProps) {
  const data = {
    "@context": "https://schema.org",
    "@type": "WebSite",
    "@id": `${address}#site`,
    url: address,
    name,
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${new URL("/search", address).href}?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    },
  };
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />;
}
