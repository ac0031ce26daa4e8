import { CardList } from "./post/card-list";
import type { PostCardProps } from "./post/post-card";
import { Section } from "./section";

interface FrontSectionProps {
  name: string;
  slug: string;
  posts: (PostCardProps["post"] & { id: string })[];
}

/** The newest posts of one category on the front page, under its name, which leads to all of them. */
export function FrontSection({ name, slug, posts }: FrontSectionProps) {
  return (
    <Section id={`section-${slug}`} title={<a href={`/category/${slug}`}>{name}</a>}>
      <CardList posts={posts} />
    </Section>
  );
}
