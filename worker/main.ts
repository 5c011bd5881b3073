import { randomBytes } from "node:crypto";
import { setMaxListeners } from "node:events";
import { hostname } from "node:os";
import v8 from "node:v8";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import type { Confirmation } from "#db/result/judge-checks.ts";
import { env } from "#env.ts";
import { startAccountMail } from "./account-mail.ts";
import { createBlocklistRuns } from "./blocklist-runs.ts";
import { followChanges } from "./changes.ts";
import { checkNow, queueConfirmations, type CheckNow } from "./check-now.ts";
import { createCheckRuns } from "./check-runs.ts";
import { clock } from "./clock.ts";
import { countPlaces, readFileLimit, readMemory } from "./count-places.ts";
import { startDelivering } from "./deliver.ts";
import { keepDenyList } from "./deny-list.ts";
import { createDomainRuns } from "./domain-runs.ts";
import { doDuties } from "./duties.ts";
import { startEscalating } from "./escalate.ts";
import { createFairShares } from "./fair-shares.ts";
import { startBeating } from "./heartbeat.ts";
import { inboundMail } from "./inbound/inbound-mail.ts";
import { joined } from "./joined.ts";
import { startLeader } from "./leader.ts";
import { logConsole } from "./log-console.ts";
import { log } from "./log.ts";
import { lookUpRoutes } from "./look-up-routes.ts";
import { createMailflowRuns } from "./mailflow-runs.ts";
import { maintainDuty } from "./maintain.ts";
import { monthlyMailDuty } from "./monthly-mails.ts";
import { nowQueueName, openNowQueues } from "./now-queues.ts";
import { onceThere } from "./once-there.ts";
import { keepRelaysInOrder } from "./order-relays.ts";
import { watchOutage } from "./outage.ts";
import { pathTestDuties } from "./path-test.ts";
import { pause } from "./pause.ts";
import { startProbing } from "./probe-from-here.ts";
import { proveDomains } from "./prove-domains.ts";
import { openQueues } from "./queues.ts";
import { sendRecipientCodes } from "./recipient-codes.ts";
import { startRecorder } from "./recorder.ts";
import { openRoads } from "./roads.ts";
import { rollUpDuty } from "./rollup.ts";
import { createCheckRunner } from "./run-check.ts";
import { runWindow } from "./run-window.ts";
import { serveRequests } from "./serve-requests.ts";
import { serveTrials } from "./serve-trials.ts";
import { sweepDuties } from "./sweep.ts";
import { startTally } from "./tally.ts";
import { testLocation } from "./test-location.ts";
import { createTurns } from "./turns.ts";
import { untilAsked } from "./until-asked.ts";
import { openWindowQueues, windowJobId, windowQueueName } from "./window-queues.ts";

// The worker: it starts from the ground up, runs until it is asked to stop, and ends in the opposite order.

/**
 * How much the heap may grow over what lives in it, in percent. A check on a slow server lives long enough to be taken for something that stays, and
 * V8 lets such garbage grow to several times that, as long as the machine has memory. The flag is read anew after each collection
 * (docs/decisions/019-places-and-pools.md).
 */
const HEAP_GROWS_BY = 75;
/** Windows overlap by their slowest checks, and one worker may have to run every shard of a location. */
const WINDOWS_AT_ONCE = 500;
const CHECKS_NOW_AT_ONCE = 200;
/** Asked to stop, running checks have this long to end, and their results this long to be written. */
const END_WITHIN_MS = 8_000;
const FLUSH_WITHIN_MS = 2_000;
const GIVE_BACK_WITHIN_MS = 500;

logConsole(log);
v8.setFlagsFromString(`--heap-growing-percent=${HEAP_GROWS_BY}`);
const workerId = `${hostname()}-${process.pid}-${randomBytes(4).toString("hex")}`;
const outage = watchOutage(log, "the database");
const stopping = new AbortController();
setMaxListeners(0, stopping.signal); // every window that runs listens to it

const asked = untilAsked();
let hasBegun = false;
void asked.then(() => hasBegun || process.exit(0)); // it may still wait for the database, and has nothing to put in order

const locationId = await onceThere(outage, () => ensureLocation(env.LOCATION));
const queues = await onceThere(outage, () => openQueues(log));
const places = countPlaces({ wished: env.CHECKS_AT_ONCE, memoryBytes: readMemory(), files: readFileLimit() });
const shares = createFairShares(places);
const tally = startTally();
const heartbeat = await onceThere(outage, () => startBeating({ workerId, locationId, queues, shares, tally, outage }));
await onceThere(outage, () => ensurePartitions(clock.now()));

const denyList = await keepDenyList(outage);
const probing = await startProbing(workerId, denyList.denied, outage, log);
const { probe, tryReference } = probing;
const pathTest = pathTestDuties();
const relays = keepRelaysInOrder(env.SMTP_URLS, outage);
const roads = await openRoads(log, denyList.denied, relays.urls);

const queueWindows = openWindowQueues(queues);
const nowQueues = openNowQueues(queues);
const confirm = (confirmations: Confirmation[]) => void queueConfirmations(nowQueues, confirmations).catch(outage.failed);

const changes = followChanges();
const recorder = startRecorder({ log, outage, confirm });
const runs = createCheckRuns({
  mailflow: createMailflowRuns({ outage, inbound: inboundMail(env.INBOUND_DOMAIN, outage) }),
  blocklists: createBlocklistRuns({ outage }),
  domains: createDomainRuns({ outage }),
});
const runCheck = createCheckRunner({ locationId, probe, turns: createTurns(), shares, changes, recorder, runs, tally, log });
const runsWindows = queues.openWorker(
  windowQueueName(env.LOCATION),
  joined(windowJobId, (window) => runWindow(window, runCheck, stopping.signal)),
  { concurrency: WINDOWS_AT_ONCE },
);
const checksNow = queues.openWorker<CheckNow>(nowQueueName(env.LOCATION), (job) => checkNow(job, locationId, runCheck), {
  concurrency: CHECKS_NOW_AT_ONCE,
});

const stopServing = [
  serveRequests(locationId, await onceThere(outage, () => nowQueues(locationId)), outage),
  serveTrials(probe, runs, outage, log),
  startDelivering({ queues, log, outage, roads }),
  startEscalating({ log, outage }),
  startAccountMail({ log, outage, roads }),
  sendRecipientCodes({ log, outage, roads }),
  relays.stop,
  denyList.stop,
  proveDomains(env.DNS_SERVERS, outage),
  lookUpRoutes({ dns: { servers: env.DNS_SERVERS, secondServers: env.DNS_SECOND_SERVERS }, smtpUrls: env.SMTP_URLS, outage }),
  testLocation({ locationId, references: env.SELF_TEST_SERVERS, mayBeOffline: env.EMBEDDED, probe: tryReference, outage, log }),
];
const leader = startLeader({
  workerId,
  queueWindows,
  duties: (_leadership, signal) =>
    doDuties([...sweepDuties(queueWindows), rollUpDuty(), maintainDuty(), monthlyMailDuty(), ...pathTest], signal, outage, log),
  outage,
  log,
});
hasBegun = true;
log.info({ workerId, places }, "the worker runs");

log.info({ because: await asked }, "the worker stops");
stopping.abort();
await leader.stop();
const ending = Promise.all([...[runsWindows, checksNow].map((worker) => worker.close()), ...stopServing.map((stop) => stop())]);
await Promise.race([ending, pause(END_WITHIN_MS)]);
await recorder.stop(FLUSH_WITHIN_MS);
await Promise.race([probing.stop(), pause(GIVE_BACK_WITHIN_MS)]);
await heartbeat.stop();
log.info("the worker has stopped");
process.exit(0); // whatever is still open has had its time: its jobs are taken up by another worker
