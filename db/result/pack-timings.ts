import { STAGES, type StageTiming } from "#core/check/stage.ts";
import { LONGEST_MS } from "#core/latency/histogram.ts";
import { POSITION_OF, TIMING_POSITIONS } from "./timing-positions.ts";
import { writeVarint } from "./varint.ts";

const NOT_RUN = 1;
const FIRST_TIME = 2;

/** What no packed number is: it stands between the timings of two checks where they are joined. */
export const BETWEEN_CHECKS = 0;

/**
 * Timings as `result.timings` holds them: for each position, up to the last stage that happened, its whole milliseconds and 2 as a varint,
 * or 1 for a stage that did not happen. Most take one byte.
 */
export function packTimings(timings: readonly StageTiming[]): Buffer {
  const positions: number[] = [];
  for (const { stage, ms } of timings) {
    const position = POSITION_OF[stage];
    while (positions.length <= position) positions.push(NOT_RUN);
    const before = Math.max(positions[position]! - FIRST_TIME, 0); // a stage that happened twice took both times
    positions[position] = Math.min(before + Math.max(0, Math.round(ms)), LONGEST_MS) + FIRST_TIME;
  }
  const bytes: number[] = [];
  for (const number of positions) writeVarint(bytes, number);
  return Buffer.from(bytes);
}

/** The timings of a row in wire order: only the stages that happened. */
export function unpackTimings(packed: Uint8Array): StageTiming[] {
  const timings: (number | undefined)[] = [];
  readPacked(packed, (position, ms) => (timings[position] = ms));
  return STAGES.flatMap((stage) => {
    const ms = timings[POSITION_OF[stage]];
    return ms === undefined ? [] : [{ stage, ms }];
  });
}

/**
 * Goes through the timings of one check, or of many with a `BETWEEN_CHECKS` after each but the last. `onTime` is told of each stage
 * that happened, `onEnd` of the end of each check. Times of a stage this version does not know are passed over.
 */
export function readPacked(packed: Uint8Array, onTime: (position: number, ms: number) => void, onEnd: () => void = () => {}): void {
  let position = 0;
  let number = 0;
  let shift = 0;
  for (const byte of packed) {
    number |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    if (number === BETWEEN_CHECKS) {
      onEnd();
      position = 0;
    } else {
      if (number >= FIRST_TIME && position < TIMING_POSITIONS.length) onTime(position, number - FIRST_TIME);
      position++;
    }
    number = 0;
    shift = 0;
  }
  onEnd();
}
