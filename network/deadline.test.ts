import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Deadline } from "./deadline.ts";

test("a deadline counts down to zero and then calls once", async () => {
  const deadline = new Deadline(60);
  let calls = 0;
  deadline.onPass(() => calls++);
  expect(deadline.remainingMs()).toBeGreaterThan(40);
  expect(deadline.hasPassed).toBe(false);
  await sleep(120);
  expect(deadline).toMatchObject({ hasPassed: true });
  expect(deadline.remainingMs()).toBe(0);
  expect(calls).toBe(1);
});

test("who comes after it is called at once", async () => {
  const deadline = new Deadline(20);
  await sleep(60);
  let calls = 0;
  deadline.onPass(() => calls++);
  expect(calls).toBe(1);
});

test("a deadline that was cleared never passes", async () => {
  const deadline = new Deadline(20);
  let calls = 0;
  deadline.onPass(() => calls++);
  deadline.clear();
  await sleep(60);
  expect(deadline.hasPassed).toBe(false);
  expect(calls).toBe(0);
});
