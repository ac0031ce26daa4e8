import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { refusal } from "@/lib/server/bridge";

/** The reply form alone, with what was typed: for a post that does not exist, and while the database is away. */
export default async function ReplyFormPage() {
  const refused = refusal();
  if (!refused) notFound();
  const t = await getTranslations("errors");
  return (
    <main>
      <h1>{t(refused.error)}</h1>
      <textarea name="body" defaultValue={refused.typed.body} />
    </main>
  );
}
