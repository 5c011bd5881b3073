import { STAGES, type Stage, type StageTiming } from "#core/stage.ts";

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
] as const satisfies readonly Stage[];

const LONGEST_MS = 32_767; // smallint
const NOT_RUN = -1;

// A stage without a position would be lost: forgetting one is a type error.
const POSITION_OF: Record<Stage, number> = Object.fromEntries(TIMING_POSITIONS.map((stage, position) => [stage, position])) as {
  [S in (typeof TIMING_POSITIONS)[number]]: number;
};

/** Timings as `result.timings` holds them: whole milliseconds by position, -1 for a stage that did not happen, cut after the last that did. */
export function encodeTimings(timings: readonly StageTiming[]): number[] {
  const positions: number[] = [];
  for (const { stage, ms } of timings) {
    const position = POSITION_OF[stage];
    while (positions.length <= position) positions.push(NOT_RUN);
    const before = Math.max(positions[position]!, 0); // a stage that happened twice took both times
    positions[position] = Math.min(before + Math.max(0, Math.round(ms)), LONGEST_MS);
  }
  return positions;
}

/** The timings of a row in wire order: only the stages that happened. */
export function decodeTimings(positions: readonly number[]): StageTiming[] {
  return STAGES.flatMap((stage) => {
    const ms = positions[POSITION_OF[stage]] ?? NOT_RUN;
    return ms === NOT_RUN ? [] : [{ stage, ms }];
  });
}
