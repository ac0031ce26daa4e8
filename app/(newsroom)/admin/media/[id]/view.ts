import type { getFormatter, getTranslations } from "next-intl/server";
import type { Line } from "@/components/newsroom/page/line-list";
import type { LibraryPicture } from "@/lib/media/newsroom";

type Texts = Awaited<ReturnType<typeof getTranslations<"media">>>;
type Format = Awaited<ReturnType<typeof getFormatter>>;

/** What is known of a picture, in one line: its file's name, its sizes, who uploaded it and when. */
export function factsOf(
  { fileName, width, height, bytes, uploadedBy, createdAt }: LibraryPicture["picture"],
  t: Texts,
  format: Format,
): string {
  const size = format.number(bytes / 1_000_000, { maximumFractionDigits: 1 });
  const facts = t("facts", {
    size: t("pixels", { width: format.number(width), height: format.number(height) }),
    stored: size,
    name: uploadedBy.name,
    date: format.dateTime(createdAt, { dateStyle: "long" }),
  });
  return fileName ? `${fileName} · ${facts}` : facts;
}

/** Where a picture is used, written out, each place with the way to it. */
export function usesIn({ leads, texts, waiting, portraits, settings }: LibraryPicture["uses"], t: Texts): Line[] {
  const post = (note: string) => (use: (typeof leads)[number]) => ({
    href: `/admin/${use.kind}s/${use.id}`,
    title: use.title || t("untitled"),
    note,
  });
  return [
    ...leads.map(post(t("asLead"))),
    ...texts.map(post(t("inText"))),
    ...waiting.map(post(t("inWaiting"))),
    ...portraits.map(({ name }) => ({ href: null, title: name, note: t("asPortrait") })),
    ...settings.map(() => ({ href: "/admin/settings", title: t("site"), note: t("inSettings") })),
  ];
}
