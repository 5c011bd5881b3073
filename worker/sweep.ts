import { deleteOldAccountMails } from "#db/account-mail/delete-old-account-mails.ts";
import { deleteOldAddressTurns } from "#db/address-turn/delete-old-address-turns.ts";
import { deleteOldChanges } from "#db/change/delete-old-changes.ts";
import { deleteOldCheckRequests } from "#db/check-request/delete-old-check-requests.ts";
import { missReports } from "#db/delivery/miss-reports.ts";
import { judgeSilence } from "#db/health/judge-silence.ts";
import { deleteOldInbound } from "#db/inbound/delete-old-inbound.ts";
import { deleteOldListings } from "#db/listing/delete-old-listings.ts";
import { deleteOldDissents } from "#db/location/delete-old-dissents.ts";
import { leaveOutOutvoted } from "#db/location/leave-out-outvoted.ts";
import { keepMailRoutes } from "#db/mail-route/keep-mail-routes.ts";
import { deleteOldRuns } from "#db/mailflow/delete-old-runs.ts";
import { keepMaintenance } from "#db/maintenance/keep-maintenance.ts";
import { dropOldPartitions } from "#db/partition/drop-old-partitions.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { deleteOldSigns } from "#db/path-test/delete-old-signs.ts";
import { deleteOldPhoneUse } from "#db/phone-use/delete-old-phone-use.ts";
import { deleteOldReportLinks } from "#db/report-link/delete-old-report-links.ts";
import { deleteOldTranscripts } from "#db/result/delete-old-transcripts.ts";
import { deleteOldRollups } from "#db/rollup/delete-old-rollups.ts";
import { deleteOldWindows } from "#db/schedule/delete-old-windows.ts";
import { listWaitingWindows } from "#db/schedule/list-waiting-windows.ts";
import { missWindows } from "#db/schedule/miss-windows.ts";
import { resealSecrets } from "#db/secret/reseal-secrets.ts";
import { deleteOldMinutes } from "#db/system/delete-old-minutes.ts";
import { sumUpMinutes } from "#db/system/sum-up-minutes.ts";
import { deleteOldWantedServers } from "#db/team/delete-old-wanted-servers.ts";
import { deleteOldTrials } from "#db/trial/delete-old-trials.ts";
import { finishTrial } from "#db/trial/finish-trial.ts";
import { listAbandonedTrials } from "#db/trial/list-abandoned-trials.ts";
import { deleteDeadWorkers } from "#db/worker/delete-dead-workers.ts";
import { env } from "#env.ts";
import { clock } from "./clock.ts";
import type { Duty } from "./duties.ts";
import { failedResult } from "./failed-result.ts";
import { freezeDuties } from "./freeze-scanners.ts";
import type { QueueWindows } from "./lead.ts";
import { log } from "./log.ts";

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
/** A window whose job the queue has lost is worth queueing again for this long. */
const REQUEUE_FOR_S = 30;

/** What the leader tidies up: what was lost on its way, and what is kept no longer. */
export function sweepDuties(queueWindows: QueueWindows): Duty[] {
  return [
    {
      name: "queued lost windows again",
      everyMs: 5 * SECOND_MS,
      run: async () => queueWindows(await listWaitingWindows(REQUEUE_FOR_S)),
    },
    { name: "windows missed", everyMs: 10 * SECOND_MS, run: async () => ({ windows: await missWindows() }) },
    { name: "punctuality", everyMs: 10 * SECOND_MS, run: async () => void (await sumUpMinutes()) },
    { name: "monitors nobody watches", everyMs: 10 * SECOND_MS, run: judgeAllSilence },
    { name: "locations the others outvote are left out", everyMs: 10 * SECOND_MS, run: leaveOutLocations },
    { name: "abandoned trials", everyMs: 10 * SECOND_MS, run: endAbandonedTrials },
    { name: "texts and calls of which nobody said what came of them", everyMs: 10 * SECOND_MS, run: missAllReports },
    ...freezeDuties(env.EMBEDDED),
    { name: "mail routes", everyMs: 60 * SECOND_MS, run: keepMailRoutes },
    { name: "partitions", everyMs: HOUR_MS, run: turnPartitions },
    { name: "secrets sealed with the new key", everyMs: HOUR_MS, run: async () => ({ secrets: await resealSecrets() }) },
    { name: "forgot what is old", everyMs: HOUR_MS, run: forgetOld },
  ];
}

/** A monitor that entered maintenance meanwhile was silent only until then. */
async function judgeAllSilence() {
  const now = clock.now();
  await keepMaintenance(now);
  return { monitors: await judgeSilence(now) };
}

async function missAllReports() {
  return { reports: await missReports() };
}

async function leaveOutLocations() {
  const locations = await leaveOutOutvoted();
  return locations.length === 0 ? undefined : { locations: locations.join(", ") };
}

async function endAbandonedTrials() {
  const trials = await listAbandonedTrials();
  for (const trialId of trials) await finishTrial(trialId, failedResult(clock.now(), 0));
  return { trials: trials.length };
}

async function turnPartitions() {
  await ensurePartitions(clock.now());
  const { dropped, inUse } = await dropOldPartitions(clock.now(), env.RESULT_DAYS);
  if (inUse.length > 0) log.warn({ partitions: inUse }, "old results are being read for long: they are dropped later");
  return { dropped: dropped.length };
}

async function forgetOld() {
  return {
    windows: await deleteOldWindows(),
    minutes: await deleteOldMinutes(),
    transcripts: await deleteOldTranscripts(env.TRANSCRIPT_DAYS),
    rollups: await deleteOldRollups(env.HOURLY_DAYS, env.DAILY_DAYS),
    dissents: await deleteOldDissents(env.TRANSCRIPT_DAYS),
    changes: await deleteOldChanges(),
    trials: await deleteOldTrials(),
    requests: await deleteOldCheckRequests(),
    accountMails: await deleteOldAccountMails(),
    addresses: await deleteOldAddressTurns(),
    signsOfLife: await deleteOldSigns(),
    inbound: await deleteOldInbound(),
    phoneUse: await deleteOldPhoneUse(),
    runs: await deleteOldRuns(),
    wantedServers: await deleteOldWantedServers(),
    listings: await deleteOldListings(),
    reportLinks: await deleteOldReportLinks(),
    workers: await deleteDeadWorkers(),
  };
}
