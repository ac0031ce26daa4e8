import type { Answered } from "@/components/public/reply-place";

/** The texts that the form shows, in the site's language: a wrong field's by `field.code`, a refusal's by its code. */
export interface ReplyFormTexts {
  leave: string;
  /** With `{name}` in the place of whom it answers. */
  leaveTo: string;
  cancel: string;
  /** What the newsroom expects of a reply, where it says that, and what holds for the fields. */
  note: string;
  comment: string;
  hint: string;
  name: string;
  email: string;
  website: string;
  keep: string;
  keepWhat: string;
  topic: string;
  send: string;
  sending: string;
  preview: string;
  receipt: string;
  /** These four with `{count}` in the place of a number. */
  charsLeft: string;
  charsOver: string;
  waitSeconds: string;
  waitMinutes: string;
  problems: Record<string, string>;
  refusals: Record<string, string>;
}

/** What the form begins with. `typed`, `failure` and `preview` are those of a form post that came back. */
export interface ReplyFormProps {
  postId: string;
  /** The address of the post's page; missing where the form stands alone. */
  path?: string;
  /** The page holds nothing else: the heading is then the page's own. */
  isAlone?: boolean;
  parent: Answered | null;
  typed: Record<string, string>;
  failure?: { error: string; fields?: Record<string, string[]>; retryAfter?: number; endsAt?: string };
  preview?: { name: string; html: string };
  texts: ReplyFormTexts;
}
