import { privateDb } from "@/lib/db/private";
import type { WordPressExport } from "@/lib/wordpress/export";

/** Which of those who wrote at a site are people of this newsroom. */
export interface People {
  /** The ids of who wrote a post, by the login there: one or none. */
  byLines: (login: string) => string[];
  /** The id of who wrote a comment, by the number there; 0 is nobody. */
  userOf: (number: number) => string | null;
}

/** Finds them by their e-mail addresses. Takes the export. Index: newsroom_user_email_key. */
export async function peopleOf({ people }: WordPressExport): Promise<People> {
  const emails = people.map(({ email }) => email.toLowerCase());
  const users = await privateDb.user.findMany({ where: { email: { in: emails } }, select: { id: true, email: true }, take: emails.length });
  const ids = new Map(users.map(({ id, email }) => [email, id]));
  const idOf = (person: (typeof people)[number] | undefined) => (person && ids.get(person.email.toLowerCase())) ?? null;
  return {
    byLines: (login) => [idOf(people.find((person) => person.login === login))].filter((id) => id !== null),
    userOf: (number) => (number === 0 ? null : idOf(people.find((person) => person.number === number))),
  };
}
