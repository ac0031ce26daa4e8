import { daysBefore } from "@/lib/days";
import { privateDb } from "@/lib/db/private";
import { COMPLAINT_DAYS } from "@/lib/statements/policy";

/** So many rows at once: none is locked for long. */
const BATCH = 2_000;
/**
 * Empties the networks of reports older than so many days. Takes the days and the time that counts as now. Returns how
 * many were emptied. Index: report_contact_traced.
 */
export async function forgetReporterNetworks(days: number, now = new Date()): Promise<number> {
  const end = daysBefore(now, days);
  return inBatches(
    () => privateDb.$executeRaw`
      update report_contact set ip_prefix = null where report_id in (
        select report_id from report_contact where created_at < ${end} and ip_prefix is not null order by created_at limit ${BATCH})`,
  );
}

/**
 * Forgets who reported and in which words, once nobody can complain of the decision any more: that there was a report,
 * for what reason and with what outcome stays for the numbers. Takes the time that counts as now. Returns how many were
 * forgotten. Indexes: report_case (decided_at), report (case_id, id).
 */
export async function forgetReporters(now = new Date()): Promise<number> {
  const end = daysBefore(now, COMPLAINT_DAYS);
  return inBatches(
    () => privateDb.$executeRaw`
      with expired as (
        select report.id from report_case join report on report.case_id = report_case.id
        where report_case.decided_at < ${end}
          and (explanation is not null or (select true from report_contact where report_id = report.id)
            or (select true from complaint where report_id = report.id))
          and (select true from complaint where report_id = report.id and (complaint.decided_at is null or complaint.decided_at > ${end})) is null
        order by report_case.decided_at limit ${BATCH}
      ), forgotten as (delete from report_contact where report_id in (select id from expired)),
        detached as (update complaint set report_id = null where report_id in (select id from expired))
      update report set explanation = null where id in (select id from expired)`,
  );
}

/** Forgets who reported under an address, and in which words, at the word of whose it is. Takes the address's keyed digest. Index: report_contact (email_hash). */
export async function forgetReporter(emailHash: Uint8Array): Promise<void> {
  await privateDb.$executeRaw`
    with forgotten as (delete from report_contact where email_hash = ${Buffer.from(emailHash)} returning report_id),
      detached as (update complaint set report_id = null where report_id in (select report_id from forgotten))
    update report set explanation = null where id in (select report_id from forgotten)`;
}

async function inBatches(work: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let done = await work(); done > 0; done = await work()) total += done;
  return total;
}
