import { privateDb } from "@/lib/db/private";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import { siteAddress } from "@/lib/settings/public";

/** What a colleague is told of: who did what with which post, and the mail's id, which nothing else has. */
interface AboutPost {
  id: string;
  did: "assigned" | "sentBack";
  postId: string;
  byId: string;
}

/**
 * Mails somebody of the newsroom that a colleague did something with a post which is theirs to go on with. Takes what
 * happened and to whom the mail goes. It holds the title and the address of the post's workflow, no text: a mailbox is
 * read by more programs than the newsroom. Whoever left the newsroom, and who did it themselves, is told nothing; nor is
 * anybody of a post that is gone. Indexes: primary keys.
 */
export async function mailAboutPost({ id, did, postId, byId }: AboutPost, userId: string): Promise<void> {
  if (userId === byId) return;
  const [user, by, post] = await Promise.all([
    privateDb.user.findFirst({ where: { id: userId, deactivatedAt: null }, select: { email: true, name: true } }),
    privateDb.user.findUnique({ where: { id: byId }, select: { name: true } }),
    privateDb.post.findFirst({ where: { id: postId, trashedAt: null }, select: { kind: true, title: true } }),
  ]);
  if (!user || !by || !post) return;
  const { t, locale, siteName } = await mailTexts();
  const told = { by: by.name, title: post.title || t("untitled"), siteName };
  await sendMail({
    id,
    to: user.email,
    from: siteName,
    subject: t(`${did}.subject`, told),
    letter: {
      lang: locale,
      greeting: t("greetingName", { name: user.name }),
      paragraphs: [t(`${did}.body`, told)],
      action: { label: t(`${did}.action`), url: siteAddress(`/admin/${post.kind}s/${postId}/flow`) },
      footer: t("footer", { siteName }),
    },
  });
}
