import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReplyBox } from "@/components/public/reply-box";
import { refusal } from "@/lib/server/bridge";

export async function generateMetadata() {
  const t = await getTranslations("replies");
  return { title: t("errorTitle", { title: t("leave") }) };
}

/**
 * The reply form alone, with what was typed: for a post that readers cannot see, and while the database is away.
 * It has an address because every page has one; asked for directly it is not there.
 */
export default function ReplyFormPage() {
  const refused = refusal();
  if (!refused) notFound();
  return (
    <main id="main" tabIndex={-1}>
      <ReplyBox postId={refused.typed.postId ?? ""} isOpen refused={refused} />
    </main>
  );
}
