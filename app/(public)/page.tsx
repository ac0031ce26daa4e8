import { publishedPosts } from "@/lib/posts/public";

export default async function FrontPage() {
  const { posts } = await publishedPosts();
  return (
    <main>
      {posts.map(({ id, slug, title }) => (
        <h2 key={id}>
          <a href={`/${slug}`}>{title}</a>
        </h2>
      ))}
    </main>
  );
}
