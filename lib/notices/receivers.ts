import { MODERATING_ROLES } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import { wishesOf, type Wishes } from "@/lib/notices/policy";

/** Somebody who is mailed, and until when a digest has told them what came (null: they chose none). */
export interface Receiver {
  id: string;
  email: string;
  name: string;
  wishes: Wishes;
  toldAt: Date | null;
}

/** More than decide on replies anywhere. */
const MAX_TOLD = 200;

/**
 * Who decides on replies, can sign in, and wants to be told: by their own choice, or else as their role is. Takes which
 * wishes count. Indexes: none needed of the few users; notices' primary key.
 */
export async function receivers(wanted: (wishes: Wishes) => boolean): Promise<Receiver[]> {
  const users = await privateDb.user.findMany({
    where: { role: { in: MODERATING_ROLES }, deactivatedAt: null, passwordHash: { not: null } },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      notices: { select: { replies: true, reports: true, complaints: true, toldAt: true } },
    },
    orderBy: { id: "asc" },
    take: MAX_TOLD,
  });
  return users
    .map(({ role, notices, ...user }) => ({ ...user, wishes: notices ?? wishesOf(role), toldAt: notices?.toldAt ?? null }))
    .filter(({ wishes }) => wanted(wishes));
}
