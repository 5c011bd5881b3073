import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { runAtTheirSlots } from "./run-at-their-slots.ts";

const never = new AbortController().signal;

test("every check starts at its slot and never before it, however slow the ones before it are", async () => {
  const opensAt = Date.now() + 100;
  const checks = [0, 0, 150, 150, 300].map((afterMs) => ({ slotAt: opensAt + afterMs }));
  const lateMs: number[] = [];
  const outcome = await runAtTheirSlots(
    checks,
    async ({ slotAt }) => {
      lateMs.push(Date.now() - slotAt);
      await sleep(500);
      return true;
    },
    never,
  );
  expect(outcome).toEqual({ ends: [true, true, true, true, true], left: 0 });
  expect(Math.min(...lateMs)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...lateMs)).toBeLessThan(100);
});

test("a slot that is past starts at once", async () => {
  const startedAt = Date.now();
  await runAtTheirSlots([{ slotAt: startedAt - 5_000 }], async () => true, never);
  expect(Date.now() - startedAt).toBeLessThan(100);
});

test("it tells what became of each", async () => {
  const slotAt = Date.now();
  const outcomes = [true, false, true];
  expect(await runAtTheirSlots([{ slotAt }, { slotAt }, { slotAt }], async () => outcomes.pop()!, never)).toEqual({
    ends: [true, false, true],
    left: 0,
  });
});

test("asked to stop, it begins nothing more and waits for what is running", async () => {
  const stopping = new AbortController();
  const slotAt = Date.now();
  let isOver = false;
  const run = async () => {
    stopping.abort();
    await sleep(100);
    return (isOver = true);
  };
  expect(await runAtTheirSlots([{ slotAt }, { slotAt: slotAt + 60_000 }], run, stopping.signal)).toEqual({ ends: [true], left: 1 });
  expect(isOver).toBe(true);
});
