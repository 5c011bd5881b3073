import { expect, test } from "vitest";
import { RETRY_FOR_MS, retryAfterMs } from "./retry.ts";

test("the first waits are short and double", () => {
  expect([1, 2, 3, 4].map((attempts) => retryAfterMs(attempts, 0.5))).toEqual([5_000, 10_000, 20_000, 40_000]);
});

test("no wait is longer than an hour and a quarter, however often it failed", () => {
  expect(retryAfterMs(12, 0.5)).toBe(3_600_000);
  expect(retryAfterMs(5_000, 0.999)).toBeLessThanOrEqual(4_500_000);
});

test("jitter spreads what failed together", () => {
  expect(retryAfterMs(3, 0)).toBe(15_000);
  expect(retryAfterMs(3, 0.999)).toBe(24_990);
});

test("a day holds about thirty attempts", () => {
  let attempts = 0;
  for (let waitedMs = 0; waitedMs < RETRY_FOR_MS; waitedMs += retryAfterMs(attempts, 0.5)) attempts += 1;
  expect(attempts).toBe(33);
});
