import { bareResult } from "#core/check/bare-result.ts";
import type { CheckResult } from "#core/check/result.ts";

/** The result of a check that we could not do: unknown, for the server had no part in it. Times in epoch milliseconds and milliseconds. */
export function failedResult(startedAt: number, durationMs: number): CheckResult {
  return bareResult({ code: "check.failed", stage: null, reply: null, detail: null }, startedAt, durationMs);
}
