import type { Thing, WithContext } from "schema-dts";

/** What a page shows, as schema.org knows it, for search engines: the compiler holds it to the vocabulary. */
export function JsonLd({ data }: { data: WithContext<Thing> }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />;
}
