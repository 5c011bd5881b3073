import { z } from "zod";
import { STAGES, type Stage } from "../check/stage.ts";
import type { Target } from "./monitor.ts";

const limit = z.coerce
  .number({ error: "Enter milliseconds." })
  .int("Milliseconds are a whole number.")
  .min(1, "A threshold is at least 1 ms.")
  .max(30_000, "A threshold is at most 30,000 ms.");

/** From how many milliseconds on a stage is slow, which degrades; a stage that is not named is never slow. */
export const thresholdsSchema = z.partialRecord(z.enum(STAGES), limit);
export type Thresholds = Partial<Record<Stage, number>>;

/** The thresholds of a target; only a dialogue with one server has any. */
export function slowMsOf(target: Target): Thresholds | undefined {
  return "slowMs" in target ? target.slowMs : undefined;
}
