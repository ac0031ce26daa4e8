import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PostArticle } from "@/components/public/post/post-article";
import { PostPage } from "@/components/public/post/post-page";
import { PostTags } from "@/components/public/post/post-tags";
import { PreviewNote } from "@/components/public/post/preview-note";
import { RelatedPosts } from "@/components/public/post/related-posts";
import { previewedPost } from "@/lib/posts/own";

interface Params {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const post = await previewedPost((await params).key, new Date());
  return { title: post?.title };
}

/** A post as it was saved last, in the real page's markup, for whoever was given the link. */
export default async function PreviewPage({ params }: Params) {
  const post = await previewedPost((await params).key, new Date());
  if (!post) notFound();
  return (
    <>
      <PreviewNote until={post.expiresAt} />
      <PostPage>
        <PostArticle post={post} />
        <PostTags tags={post.tags} />
        {post.kind === "post" && <RelatedPosts posts={post.related} />}
      </PostPage>
    </>
  );
}
