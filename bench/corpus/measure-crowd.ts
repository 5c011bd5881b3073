import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { probeStage } from "#testing/corpus/probe-behaviour.ts";
import { GRACE_MS } from "./measure-verdicts.ts";
import type { CorpusServer } from "./start-server.ts";

/** What many hostile servers at once do to the process that checks them. Memory in bytes for each probe; lag of the event loop in ms. */
export type Crowd = {
  probes: number;
  ended: Map<string, number>;
  late: number;
  longestOverMs: number;
  lagP50Ms: number;
  lagP99Ms: number;
  lagMaxMs: number;
  heapBytes: number;
  residentBytes: number;
};

export const CROWD = 200;
const ROWS = ["H06", "H17", "H18", "H26"];
const TIME_LIMIT_MS = 3_000;
/** Node's histogram holds the distance between two looks at the clock, this one included. */
const LOOK_EVERY_MS = 10;

/**
 * Two hundred probes at once against servers that never come to an end, under the deadline alone: three times. The first warms up, the
 * second is timed, and in the midst of the third memory is counted, which stops everything for a while.
 */
export async function measureCrowd(server: CorpusServer): Promise<Crowd> {
  await probeCrowd(server);
  const lag = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
  lag.enable();
  const { ended, oversMs } = await probeCrowd(server);
  lag.disable();
  const lagMs = (ns: number) => Math.max(0, ns / 1e6 - LOOK_EVERY_MS);

  const before = memoryNow();
  const running = probeCrowd(server);
  await sleep(TIME_LIMIT_MS / 2);
  const amid = memoryNow();
  await running;
  return {
    probes: CROWD,
    ended,
    late: oversMs.filter((overMs) => overMs > GRACE_MS).length,
    longestOverMs: Math.max(...oversMs),
    lagP50Ms: lagMs(lag.percentile(50)),
    lagP99Ms: lagMs(lag.percentile(99)),
    lagMaxMs: lagMs(lag.max),
    heapBytes: (amid.heap - before.heap) / CROWD,
    residentBytes: (amid.resident - before.resident) / CROWD,
  };
}

async function probeCrowd({ played, authorities }: CorpusServer) {
  const hostile = played.filter(({ behaviour }) => ROWS.includes(behaviour.row));
  const ended = new Map<string, number>();
  const oversMs: number[] = [];
  await Promise.all(
    Array.from({ length: CROWD }, async (_, at) => {
      const { behaviour, address } = hostile[at % hostile.length]!;
      const startedAtMs = performance.now();
      const options = { extraCas: authorities, timeLimitMs: TIME_LIMIT_MS, stageLimitsMs: {} };
      const code = (await probeStage(behaviour, address, options)).reason?.code ?? "none";
      oversMs.push(performance.now() - startedAtMs - TIME_LIMIT_MS);
      ended.set(code, (ended.get(code) ?? 0) + 1);
    }),
  );
  return { ended, oversMs };
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Once everything that nobody holds is gone; buffers outside of the heap count. */
function memoryNow(): { heap: number; resident: number } {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}
