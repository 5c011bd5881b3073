/** The most that one script may have; times in ms. */
export const SCRIPT_LIMITS = {
  bytes: 64 * 1024,
  steps: 50,
  servers: 10,
  deadlineMs: 300_000,
  messageBytes: 1024 * 1024,
} as const;

/** How long a script may take that does not say it, in ms. */
export const USUAL_DEADLINE_MS = 120_000;
