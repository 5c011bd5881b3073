import { createBlocklistRuns } from "#worker/blocklist-runs.ts";
import { createCheckRuns } from "#worker/check-runs.ts";
import { createDomainRuns } from "#worker/domain-runs.ts";
import { createFairShares } from "#worker/fair-shares.ts";
import { createMailflowRuns } from "#worker/mailflow-runs.ts";
import { watchOutage } from "#worker/outage.ts";
import { startRecorder } from "#worker/recorder.ts";
import { createCheckRunner, type Probe } from "#worker/run-check.ts";
import { startTally } from "#worker/tally.ts";
import { createTurns } from "#worker/turns.ts";
import { keptLog } from "./kept-log.ts";

/** A worker in this process, without its queues: what it is asked to check is probed like this, judged, recorded and told of as by any other. */
export function startChecking(probe: Probe, locationId = 1) {
  const { log, lines } = keptLog();
  const outage = watchOutage(log, "the database");
  const recorder = startRecorder({ log, outage, confirm: () => undefined });
  const runs = createCheckRuns({
    mailflow: createMailflowRuns({ outage }),
    blocklists: createBlocklistRuns({ outage }),
    domains: createDomainRuns({ outage }),
  });
  const runCheck = createCheckRunner({
    locationId,
    probe,
    turns: createTurns(),
    shares: createFairShares(10),
    changes: { hasChanged: () => false, stop: () => undefined },
    recorder,
    runs,
    tally: startTally(),
    log,
  });
  return { runCheck, runs, outage, log, lines, stop: () => recorder.stop(1_000) };
}
