import type { CheckResult } from "#core/check/result.ts";
import type { Reason } from "#core/reason/reason.ts";
import { judgeSilence } from "#db/health/judge-silence.ts";
import { pool } from "#db/pool.ts";
import { takeLeadership } from "#db/schedule/take-leadership.ts";
import { makeResult } from "#testing/checks.ts";
import { randomFrom } from "#testing/fuzz/random.ts";
import { keptLog } from "#testing/kept-log.ts";
import { createBlocklistRuns } from "#worker/blocklist-runs.ts";
import { checkNow, queueConfirmations, type CheckNow } from "#worker/check-now.ts";
import { createCheckRuns } from "#worker/check-runs.ts";
import { clock } from "#worker/clock.ts";
import { createDomainRuns } from "#worker/domain-runs.ts";
import { createFairShares } from "#worker/fair-shares.ts";
import { joined } from "#worker/joined.ts";
import { lead } from "#worker/lead.ts";
import { createMailflowRuns } from "#worker/mailflow-runs.ts";
import { watchOutage } from "#worker/outage.ts";
import { pause } from "#worker/pause.ts";
import type { NewJob } from "#worker/queues.ts";
import { startRecorder } from "#worker/recorder.ts";
import { createCheckRunner, type Probe } from "#worker/run-check.ts";
import { runWindow } from "#worker/run-window.ts";
import { startTally } from "#worker/tally.ts";
import { createTurns } from "#worker/turns.ts";
import { windowJobId } from "#worker/window-queues.ts";
import { see, type SimulatedLocation, type World } from "../world.ts";

export type RealWorkers = {
  /** Whether a query is under way. */
  isBusy(): boolean;
  /** What was logged as an error. */
  errors(): string[];
  stop(): Promise<void>;
};

const BEAT_EVERY_MS = 5_000;
const LEAD_EVERY_MS = 1_000;
const SILENCE_EVERY_MS = 10_000;

/**
 * A worker at each of these locations, with a leader, made of the parts worker/main.ts is made of; only what carries their jobs is replaced,
 * and what looks at servers: it sees the simulated world. The monitor with the id n watches the host n.example.org. They all share one turn at
 * a host, as addresses do. `trueNow` is what time it truly is.
 */
export async function startWorkers(
  locations: readonly SimulatedLocation[],
  world: World,
  trueNow: () => number,
): Promise<RealWorkers> {
  const { log, lines } = keptLog();
  const outage = watchOutage(log, "the database");
  const runs = createCheckRuns({
    mailflow: createMailflowRuns({ outage }),
    blocklists: createBlocklistRuns({ outage }),
    domains: createDomainRuns({ outage }),
  });
  const stopping = new AbortController();
  const turns = createTurns();
  const changes = { hasChanged: () => false, stop: () => undefined };
  const jobs = new Set<string>();

  const workers = new Map(
    locations.map((location) => {
      const locationId = location.id;
      const recorder = startRecorder({
        log,
        outage,
        confirm: (confirmations) => void queueConfirmations(queueOf, confirmations).catch(outage.failed),
      });
      const shares = createFairShares(1_000);
      const probe = probeIn(world, location, trueNow);
      const runCheck = createCheckRunner({ locationId, probe, turns, shares, changes, recorder, runs, tally: startTally(), log });
      return [
        locationId,
        { recorder, runCheck, run: joined(windowJobId, (window) => runWindow(window, runCheck, stopping.signal)) },
      ];
    }),
  );
  async function queueOf(locationId: number) {
    const { runCheck } = workers.get(locationId)!;
    const add = async (added: readonly NewJob<CheckNow>[]) => {
      for (const { jobId, data, delayMs = 0 } of added.filter((job) => !jobs.has(`${locationId} ${job.jobId}`))) {
        jobs.add(`${locationId} ${jobId}`);
        void pause(delayMs, stopping.signal)
          .then(() => (stopping.signal.aborted ? undefined : checkNow(data, locationId, runCheck)))
          .catch(outage.failed);
      }
    };
    return { add, close: async () => undefined };
  }

  const every = async (ms: number, run: () => Promise<unknown>) => {
    while (!stopping.signal.aborted) {
      await run().catch(outage.failed);
      await pause(ms, stopping.signal);
    }
  };
  const leading = await pool.connect();
  let isLeading = false;
  const { epoch } = await takeLeadership(leading, "the only one");
  await beat();
  const duties = [
    every(BEAT_EVERY_MS, beat),
    every(LEAD_EVERY_MS, async () => {
      isLeading = true;
      await lead(leading, epoch, async (windows) => {
        for (const window of windows) void workers.get(window.locationId)!.run(window).catch(outage.failed);
      }).finally(() => (isLeading = false));
    }),
    every(SILENCE_EVERY_MS, () => judgeSilence(clock.now())),
  ];
  return {
    isBusy: () => isLeading || pool.totalCount > pool.idleCount + 1 || pool.waitingCount > 0,
    errors: () => lines.filter(({ level }) => level >= 50).map(({ msg }) => msg),
    async stop() {
      stopping.abort();
      await Promise.all(duties);
      leading.release();
    },
  };
}

async function beat(): Promise<void> {
  const askedAtMs = performance.now();
  const { rows } = await pool.query<{ at: number }>(
    "update worker set beat_at = now() returning (extract(epoch from clock_timestamp()) * 1000)::float8 as at",
  );
  clock.heard(rows[0]!.at, askedAtMs);
}

function probeIn(world: World, location: SimulatedLocation, trueNow: () => number): Probe {
  const random = randomFrom(location.id);
  return async (target): Promise<CheckResult> => {
    const startedAt = clock.now();
    const { status, reason: code, durationMs } = see(world, Number.parseInt(target.host, 10), location, trueNow(), random);
    await pause(durationMs);
    const reason: Reason | null = code === null ? null : { code, stage: "connect", reply: null, detail: null };
    return { ...makeResult(status, startedAt, reason), durationMs };
  };
}
