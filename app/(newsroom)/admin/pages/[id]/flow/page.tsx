import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShowFlow } from "../../../posts/show-flow";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("flow"))("workflow") };
}

export default async function PageFlowPage({ params }: { params: Promise<{ id: string }> }) {
  return <ShowFlow kind="page" id={(await params).id} />;
}
