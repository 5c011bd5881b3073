import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { joined } from "./joined.ts";

test("work in hand is joined and not done twice, and done again once it is over", async () => {
  const done: string[] = [];
  const work = joined(
    (name: string) => name,
    async (name) => {
      await sleep(20);
      done.push(name);
    },
  );
  await Promise.all([work("a"), work("a"), work("b")]);
  expect(done).toEqual(["a", "b"]);
  await work("a");
  expect(done).toEqual(["a", "b", "a"]);
});

test("work that fails fails for all who joined, and can be done again", async () => {
  let attempts = 0;
  const work = joined(String, async () => {
    await sleep(5);
    if (++attempts === 1) throw new Error("not this time");
  });
  const outcomes = await Promise.allSettled([work("a"), work("a")]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await work("a");
  expect(attempts).toBe(2);
});
