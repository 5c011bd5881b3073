import { reportHealth, type HealthReport } from "#core/system/health-report.ts";
import { readLiveness } from "#db/worker/read-liveness.ts";
import { log } from "./log.ts";

/** Longer than this nobody waits for an answer about health. */
const PATIENCE_MS = 5_000;

/** Whether the parts of the product are alive; a database that does not answer in time is not. */
export async function loadHealth(): Promise<HealthReport> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database did not answer in time")), PATIENCE_MS);
  });
  try {
    return reportHealth(await Promise.race([readLiveness(), tooLate]));
  } catch (error) {
    log.warn({ err: error }, "health: no answer from the database");
    return reportHealth(null);
  } finally {
    clearTimeout(timer);
  }
}
