import { takeSteps } from "#db/escalation/take-steps.ts";
import type { Logger } from "./log.ts";
import { onWake } from "./on-wake.ts";
import type { Outage } from "./outage.ts";

const SWEEP_EVERY_MS = 1_000;
const MOST_AT_ONCE = 100;

/** Takes the steps of escalation policies that are due. Returns what ends it. */
export function startEscalating({ log, outage }: { log: Logger; outage: Outage }): () => Promise<void> {
  return onWake("escalation_due", SWEEP_EVERY_MS, outage, () => takeAllSteps(log));
}

/** Takes every step that is due now. */
async function takeAllSteps(log: Logger): Promise<void> {
  for (let isMore = true; isMore;) {
    const { looked, faults } = await takeSteps(MOST_AT_ONCE);
    for (const err of faults) log.error({ err }, "an incident could not be told of");
    isMore = looked === MOST_AT_ONCE;
  }
}
