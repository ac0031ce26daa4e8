import { privateDb } from "@/lib/db/private";

/** The names of colleagues. Takes their ids; whom nobody knows is left out. Index: newsroom_user's primary key. */
export async function namesOf(userIds: string[]): Promise<Map<string, string>> {
  const users = await privateDb.user.findMany({ where: { id: { in: userIds } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
