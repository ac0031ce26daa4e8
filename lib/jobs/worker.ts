import { setTimeout as sleep } from "node:timers/promises";
import type { Job, PgBoss } from "pg-boss";
import { chainLedger } from "@/lib/audit/chain";
import { askService } from "@/lib/comments/ask";
import { indexWords } from "@/lib/comments/desk/index-words";
import { learnFrom } from "@/lib/comments/learn";
import { reportVerdict } from "@/lib/comments/report";
import { forgetExpired } from "@/lib/comments/retention";
import { forgetRuns } from "@/lib/comments/runs/newsroom";
import { workOnRun } from "@/lib/comments/runs/work";
import { forgetEvidence } from "@/lib/evidence/forget";
import { tellChanges } from "@/lib/index-now/tell-changes";
import { MAIL_WORK } from "@/lib/jobs/mail-work";
import { JOB_NAMES, queue, type Jobs } from "@/lib/jobs/queue";
import { logError } from "@/lib/log";
import { forgetMails } from "@/lib/mail/forget";
import { discardFiles, sweepMedia } from "@/lib/media/sweep";
import { addUpDays } from "@/lib/posts/add-up-days";
import { emptyTrash } from "@/lib/posts/empty-trash";
import { forgetPresence } from "@/lib/posts/presence";
import { publishDue } from "@/lib/posts/publish-scheduled";
import { rankDiscussed } from "@/lib/posts/rank-discussed";
import { relateMissing, relatePost } from "@/lib/posts/relate";
import { redrawPicture } from "@/lib/posts/redraw";
import { learnWords } from "@/lib/search/learn-words";
import { countDays } from "@/lib/statistics/count-days";
import { forgetTurns } from "@/lib/throttle/forget";
import { publishReports } from "@/lib/transparency/publish-reports";
import { forgetSignIns } from "@/lib/users/forget";

/** What each job does: one call of a function of its domain, safe to run twice. */
const WORK: { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<unknown> } = {
  ...MAIL_WORK,
  "comment.ask": askService,
  "comment.learn": learnFrom,
  "comment.report": reportVerdict,
  "post.relate": relatePost,
  "post.publish": () => publishDue(),
  "post.publishDue": () => publishDue(),
  "post.redraw": redrawPicture,
  "post.rankDiscussed": () => rankDiscussed(),
  "desk.countDays": () => countDays(),
  "desk.decideOnList": workOnRun,
  "desk.indexWords": () => indexWords(),
  "transparency.count": () => publishReports(),
  "search.learn": () => learnWords(),
  "search.tellChanges": () => tellChanges(),
  "media.discard": discardFiles,
  "media.sweep": () => sweepMedia(),
  "audit.chain": () => chainLedger(),
  "clean.expired": () =>
    Promise.all([
      forgetExpired(),
      relateMissing(),
      forgetTurns(),
      forgetSignIns(),
      forgetMails(),
      emptyTrash(),
      forgetPresence(),
      forgetRuns(),
      addUpDays(),
      forgetEvidence(),
    ]),
};

/** When a job begins by the clock, as cron says it, in UTC. Of several instances one sends it. */
const CLOCK: Partial<Record<keyof Jobs, string>> = {
  "audit.chain": "* * * * *",
  "clean.expired": "23 * * * *",
  "desk.countDays": "*/5 * * * *",
  "desk.indexWords": "* * * * *",
  "mail.digests": "1 * * * *",
  "media.sweep": "41 3 * * *",
  "post.publishDue": "*/10 * * * *",
  "post.rankDiscussed": "*/5 * * * *",
  "search.learn": "* * * * *",
  "transparency.count": "*/10 * * * *",
};

const AGAIN_MS = 2_000;

/** How often a queue is asked that would tell of a job for now: what begins later, or again after a failure, is found by it. */
const ASK_SECONDS = 10;

/** Readers are promised a time. */
const ASK_SECONDS_OF: Partial<Record<keyof Jobs, number>> = { "post.publish": 2 };

/**
 * Begins to work on the jobs of every queue, here in this process, until it is closed (lib/server/closing).
 * While the database is away it waits. A job that throws is logged and tried again with growing pauses
 * (lib/jobs/install.ts).
 */
export async function startWorker(): Promise<void> {
  const boss = await untilReady();
  for (const name of JOB_NAMES) {
    const pace = { notifyPollingIntervalSeconds: ASK_SECONDS_OF[name] ?? ASK_SECONDS };
    const worker: string = await boss.work<Jobs[typeof name]>(name, pace, async (jobs) => {
      for (const job of jobs) await run(name, job);
      // The next at once: pg-boss would pause first, and a hundred posts published together wait for minutes.
      boss.notifyWorker(worker);
    });
  }
  // What was to appear while nothing ran here appears now.
  await boss.send("post.publishDue", {});
}

async function untilReady(): Promise<PgBoss> {
  for (;;) {
    try {
      const boss = await queue();
      for (const [name, cron] of Object.entries(CLOCK)) await boss.schedule(name, cron);
      return boss;
    } catch (error) {
      logError("the jobs wait for the database", error);
      await sleep(AGAIN_MS, undefined, { ref: false });
    }
  }
}

async function run<Name extends keyof Jobs>(name: Name, { id, data }: Job<Jobs[Name]>): Promise<void> {
  try {
    await WORK[name](data);
  } catch (error) {
    logError("a job failed", error, { job: name, id });
    // pg-boss keeps what is thrown: a mail server's answer names the recipient, a query's its values.
    throw new Error("failed: see the log");
  }
}
