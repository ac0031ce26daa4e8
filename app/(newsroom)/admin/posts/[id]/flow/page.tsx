import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShowFlow } from "../../show-flow";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("flow"))("workflow") };
}

export default async function PostFlowPage({ params }: { params: Promise<{ id: string }> }) {
  return <ShowFlow kind="post" id={(await params).id} />;
}
