import { Prisma } from "@/lib/db/generated/client";

/** The columns of `event` (audit_event) as they are hashed (lib/audit/link.ts): the database's own writing of each. */
export const WRITTEN = Prisma.sql`
  event.id::text as "id", round(extract(epoch from event.at) * 1000)::text as "at", event.actor_id::text as "actorId", event.act,
  event.subject_type as "subjectType", event.subject_id as "subjectId", event."from"::text as "from", event."to"::text as "to",
  event.why, event.rule`;
