import { STAGES, type Stage } from "../stage.ts";
import type { Entry } from "./entry.ts";

/** A stage that took longer than the monitor's threshold for it. */
export const SLOW_ENTRIES = Object.fromEntries(STAGES.map((stage) => [`${stage}.slow`, slowEntry(stage)])) as Record<
  `${Stage}.slow`,
  Entry
>;

function slowEntry(stage: Stage): Entry {
  return {
    cause: "resources",
    headline: `${stage} is slow`,
    plain: "The server works, but takes longer than this monitor allows.",
    expert: `The stage ${stage} took longer than its threshold.`,
    next: ["Compare with the latency of the last days on the monitor's page."],
    rfc: null,
  };
}
