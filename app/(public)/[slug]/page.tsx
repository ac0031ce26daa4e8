import { notFound } from "next/navigation";
import { publishedPost } from "@/lib/posts/public";

export default async function PostPage({ params }: { params: Promise<{ slug: string }> }) {
  const post = await publishedPost((await params).slug);
  if (!post) notFound();
  return (
    <main lang={post.lang}>
      <h1>{post.title}</h1>
      <div dangerouslySetInnerHTML={{ __html: post.bodyHtml }} />
    </main>
  );
}
