import os from "node:os";
import type { Stage, StageReport } from "#core/check/stage.ts";
import { probeStage } from "#testing/corpus/probe-behaviour.ts";
import { DELAYS_MS, LONGEST_FAREWELL_MS } from "./played.ts";
import type { CorpusServer } from "./start-server.ts";

/** How far off the time of one stage was, in ms: the middle and the worst of its runs. `aimMs` is the most it may be. */
export type Timing = { stage: Stage; delayMs: number; medianMs: number; worstMs: number; aimMs: number };

export const TIMED = ["greeting", "ehlo", "starttls", "ehlo-tls", "mail", "rcpt", "quit"] as const;
export const RUNS = 5;
const TIME_LIMIT_MS = 20_000;

/** Checks servers that take a known time for each answer, one after the other. */
export async function measureTimings(server: CorpusServer): Promise<Timing[]> {
  const pids = [process.pid, server.pid];
  pids.forEach(hurry);
  try {
    return await timeAll(server);
  } finally {
    pids.forEach((pid) => os.setPriority(pid, os.constants.priority.PRIORITY_NORMAL));
  }
}

/** Goes before everything else on a busy machine, where that is allowed: what the others do is not what is measured. */
function hurry(pid: number): void {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_HIGHEST);
  } catch {
    // an ordinary user is measured among all others
  }
}

async function timeAll({ played, authorities }: CorpusServer): Promise<Timing[]> {
  const delayed = played.filter(({ behaviour }) => behaviour.row === "P05");
  const timings: Timing[] = [];
  for (const [at, ms] of DELAYS_MS.entries()) {
    const { behaviour, address } = delayed[at]!;
    const runs = [];
    const options = { extraCas: authorities, timeLimitMs: TIME_LIMIT_MS, stageLimitsMs: {} };
    for (let run = 0; run < RUNS; run += 1) runs.push(await probeStage(behaviour, address, options));
    for (const stage of TIMED) {
      const delayMs = stage === "quit" ? Math.min(ms, LONGEST_FAREWELL_MS) : ms;
      const errorsMs = runs.map(({ stages }) => errorOf(stages.find((each) => each.stage === stage))).toSorted(ascending);
      const aimMs = Math.max(5, delayMs * 0.02);
      timings.push({ stage, delayMs, medianMs: errorsMs[RUNS >> 1]!, worstMs: errorsMs.at(-1)!, aimMs });
    }
  }
  return timings;
}

/** How far a stage's time is from the one its server says it took; infinitely far where the stage is not there. */
function errorOf(report: StageReport | undefined): number {
  const waitedMs = Number(/^waited ([\d.]+)$/.exec(report?.reply?.text ?? "")?.[1]);
  return report === undefined || Number.isNaN(waitedMs) ? Infinity : Math.abs(report.ms - waitedMs);
}

const ascending = (one: number, other: number) => one - other;
