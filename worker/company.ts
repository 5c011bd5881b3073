import { setTimeout as sleep } from "node:timers/promises";
import { countOtherWorkers } from "#db/worker/count-other-workers.ts";
import type { Outage } from "./outage.ts";

/** Whether there are other workers. */
export type Company = {
  /** For sure: nobody else had come when it was last looked, and whoever came since does nothing yet. */
  isAlone(): boolean;
  /** A newcomer waits for this before it does what a lone worker does without asking: by then the others know of it. */
  settled: Promise<void>;
  /** Calls each time somebody else is found. */
  onCompany(call: () => void): void;
  stop(): void;
};

const LOOK_EVERY_MS = 1_000;
/** A look says nothing after this long: this worker may have stood still. */
const HOLDS_FOR_MS = 2_000;
const NEWCOMER_WAITS_MS = 2_500;

/** Watches for other workers by the rows they beat; this one has its own row already. */
export function watchCompany(workerId: string, outage: Outage): Company {
  const calls: (() => void)[] = [];
  let aloneAtMs = -Infinity;

  const look = async () => {
    const lookedAtMs = performance.now();
    const others = await countOtherWorkers(workerId);
    outage.over();
    aloneAtMs = others === 0 ? lookedAtMs : -Infinity;
    if (others > 0) for (const call of calls) call();
  };
  const settle = async () => {
    await look().catch(outage.failed);
    if (aloneAtMs === -Infinity) await sleep(NEWCOMER_WAITS_MS, undefined, { ref: false });
  };

  const settled = settle();
  const timer = setInterval(() => void look().catch(outage.failed), LOOK_EVERY_MS);
  return {
    isAlone: () => performance.now() - aloneAtMs < HOLDS_FOR_MS,
    settled,
    onCompany: (call) => void calls.push(call),
    stop: () => clearInterval(timer),
  };
}
