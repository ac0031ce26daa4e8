import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReplyBox } from "@/components/public/reply-box";
import { previewed, refusal } from "@/lib/server/bridge";

export async function generateMetadata(): Promise<Metadata> {
  const [t, site] = await Promise.all([getTranslations("replies"), getTranslations("site")]);
  return { title: refusal() ? site("errorTitled", { title: t("leave") }) : t("leave") };
}

/**
 * The reply form alone, with what was typed or its preview: for a post that readers cannot see, and while the database is away, so it
 * reads nothing. It has an address because every page has one; asked for directly it is not there.
 */
export default function ReplyFormPage() {
  const [refused, shown] = [refusal(), previewed()];
  const typed = refused?.typed ?? shown?.typed;
  if (!typed) notFound();
  return <ReplyBox postId={typed.postId ?? ""} isAlone refused={refused} previewed={shown} />;
}
