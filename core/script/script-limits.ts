/** The most that one script may have; times in ms. */
export const SCRIPT_LIMITS = {
  bytes: 64 * 1024,
  steps: 50,
  servers: 10,
  deadlineMs: 300_000,
  stepMs: 300_000,
  messageBytes: 1024 * 1024,
} as const;

/** What holds where a script does not say; times in ms. */
export const SCRIPT_DEFAULTS = { deadlineMs: 120_000, stepMs: 30_000, everyMs: 5_000 } as const;
