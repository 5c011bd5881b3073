import type { CheckReason } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

/** Checks that were not, or not to the end, by our own fault. */
export const CHECK_ENTRIES: Record<CheckReason, Entry> = {
  "check.missed": {
    cause: "ours",
    headline: "Check did not run",
    plain: "We did not check the server when we should have, so we cannot tell how it was.",
    expert: "No worker of the location ran this slot: none was running, or all were too busy.",
    next: ["Ask /api/health of this installation whether a worker of the location runs."],
    rfc: null,
  },
  "check.failed": {
    cause: "ours",
    headline: "Check broke on our side",
    plain: "Something of ours went wrong during the check, so we cannot tell how the server is.",
    expert: "The probe threw an error of its own; the worker's log has it.",
    next: ["Read the worker's log at the time of the check."],
    rfc: null,
  },
};
