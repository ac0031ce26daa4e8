import type { NoticePace, Role } from "@/lib/db/generated/enums";

/** Of what somebody is mailed: replies that wait, new reports of readers, new complaints. */
export interface Wishes {
  replies: NoticePace;
  reports: boolean;
  complaints: boolean;
}

/**
 * What a role is mailed of until somebody chooses for themselves. Replies are the moderators' work; what may be against
 * the law is also for who answers for the site.
 */
export function wishesOf(role: Role): Wishes {
  if (role === "moderator") return { replies: "soon", reports: true, complaints: true };
  const answers = role === "administrator";
  return { replies: "never", reports: answers, complaints: answers };
}
