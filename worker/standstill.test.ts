import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeResult } from "#testing/checks.ts";
import { watchStandstill } from "./standstill.ts";

/** Blocks the event loop, as a process that is frozen does. */
const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const checkOf = (status: "up" | "down", durationMs: number) => ({ ...makeResult(status, Date.now() - durationMs), durationMs });

test("a failure seen by a worker that stood still says nothing about the server", async () => {
  const standstill = watchStandstill();
  await sleep(50);
  standStill(2_600);
  const excused = standstill.excuse(checkOf("down", 2_700));
  expect(excused).toMatchObject({
    status: "unknown",
    reason: { code: "check.failed", detail: expect.stringMatching(/^The worker stood still for 2\.\d s/) },
  });
  expect(standstill.excuse(checkOf("up", 2_700)).status).toBe("up");

  await sleep(30);
  expect(standstill.excuse(checkOf("down", 10)).status).toBe("down"); // begun after it went on
  standstill.stop();
});

test("a worker that is only busy is believed", async () => {
  const standstill = watchStandstill();
  await sleep(50);
  standStill(400);
  expect(standstill.excuse(checkOf("down", 500)).status).toBe("down");
  standstill.stop();
});
