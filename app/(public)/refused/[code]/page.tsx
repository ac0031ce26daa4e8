import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/public/notice";
import { WaysOn } from "@/components/public/ways-on";
import { newestPosts } from "@/lib/posts/public";

/** What the server itself refuses (lib/server/guard), each with its message. */
const CODES = [
  "unreadable",
  "forbidden",
  "foreignOrigin",
  "methodNotAllowed",
  "tooLarge",
  "unsupportedType",
  "tooMany",
  "unavailable",
  "gone",
] as const;

interface Asked {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const t = await getTranslations("server");
  return { title: t((await params).code === "gone" ? "gone" : "refused"), robots: { index: false } };
}

/** What a refused request is answered with, under its own status (lib/server/refuse): the reason, in words. */
export default async function RefusedPage({ params }: Asked) {
  const asked = (await params).code;
  const code = CODES.find((known) => known === asked);
  if (!code) notFound();
  const errors = await getTranslations("errors");
  const t = await getTranslations("server");
  return (
    <>
      <Notice title={t(code === "gone" ? "gone" : "refused")}>
        {/* The other text of this code is about comments. */}
        <p>{code === "tooMany" ? t("tooMany") : errors(code)}</p>
        {code !== "gone" && (
          <p>
            <a href="/">{t("toFrontPage")}</a>
          </p>
        )}
      </Notice>
      {code === "gone" && <WaysOn posts={await newestPosts()} />}
    </>
  );
}
