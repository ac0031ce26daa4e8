import type { ProfilePage, WithContext } from "schema-dts";
import { JsonLd } from "@/components/public/json-ld";
import { publisher } from "@/components/public/publisher";

interface AuthorDataProps {
  author: { name: string; slug: string; bio: string };
  /** The picture's whole address, if there is one. */
  picture?: string;
  site: { name: string; address: string };
}

/** The author as schema.org knows them (ProfilePage, Person), for search engines: what is seen, and nothing more. */
export function AuthorData({ author: { name, slug, bio }, picture, site }: AuthorDataProps) {
  const url = new URL(`/author/${slug}`, site.address).href;
  const data: WithContext<ProfilePage> = {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    url,
    mainEntity: {
      "@type": "Person",
      "@id": `${url}#person`,
      name,
      url,
      ...(bio && { description: bio }),
      ...(picture && { image: picture }),
      worksFor: publisher(site),
    },
  };
  return <JsonLd data={data} />;
}
