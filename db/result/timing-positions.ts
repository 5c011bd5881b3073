import type { Stage } from "#core/check/stage.ts";

/** Where each stage's milliseconds stand in `result.timings` and in the rollups. Rows are kept for years: only ever append. */
export const TIMING_POSITIONS = [
  "dns",
  "connect",
  "greeting",
  "ehlo",
  "quit",
  "starttls",
  "tls",
  "ehlo-tls",
  "auth",
  "mail",
  "rcpt",
  "data",
  "capability",
  "stls",
  "capability-tls",
  "login",
  "select",
  "list",
  "logout",
  "command",
  "delivery",
  "search",
  "fetch",
  "delete",
  "expunge",
  "expect",
  "script",
  "mx",
  "posture",
  "listing",
] as const satisfies readonly Stage[];

// A stage without a position would be lost: forgetting one is a type error.
/** The position of each stage. */
export const POSITION_OF: Record<Stage, number> = Object.fromEntries(
  TIMING_POSITIONS.map((stage, position) => [stage, position]),
) as {
  [S in (typeof TIMING_POSITIONS)[number]]: number;
};
