import { askTrusted } from "@/lib/comments/mail/ask-trusted";
import type { Jobs } from "@/lib/jobs/queue";
import { mailAnswered } from "@/lib/mail/answered";
import { mailAssigned } from "@/lib/mail/assigned";
import { mailCommentReceived } from "@/lib/mail/comment-received";
import { mailComplained } from "@/lib/mail/complained";
import { mailComplaintAnswered } from "@/lib/mail/complaint-answered";
import { mailConfirmation } from "@/lib/mail/confirmation";
import { mailDigests } from "@/lib/mail/digests";
import { mailInvitation } from "@/lib/mail/invitation";
import { mailOwnReplies } from "@/lib/mail/own-replies";
import { mailPasswordReset } from "@/lib/mail/password-reset";
import { mailPublished } from "@/lib/mail/published";
import { mailReceiptLink } from "@/lib/mail/receipt-link";
import { mailReportDecided } from "@/lib/mail/report-decided";
import { mailReportReceived } from "@/lib/mail/report-received";
import { mailReported } from "@/lib/mail/reported";
import { mailSentBack } from "@/lib/mail/sent-back";
import { mailStatement } from "@/lib/mail/statement";

type MailName = Extract<keyof Jobs, `mail.${string}`>;

/** What each job that sends mail does (lib/jobs/worker.ts). */
export const MAIL_WORK: { [Name in MailName]: (payload: Jobs[Name]) => Promise<unknown> } = {
  "mail.invitation": mailInvitation,
  "mail.passwordReset": mailPasswordReset,
  "mail.commentReceived": mailCommentReceived,
  "mail.receipt": mailReceiptLink,
  "mail.confirm": mailConfirmation,
  "mail.confirmTrusted": askTrusted,
  "mail.ownReplies": mailOwnReplies,
  "mail.published": mailPublished,
  "mail.answered": mailAnswered,
  "mail.assigned": mailAssigned,
  "mail.sentBack": mailSentBack,
  "mail.reportReceived": mailReportReceived,
  "mail.reportDecided": mailReportDecided,
  "mail.reported": mailReported,
  "mail.complained": mailComplained,
  "mail.digests": () => mailDigests(),
  "mail.statement": mailStatement,
  "mail.complaintAnswered": mailComplaintAnswered,
};
