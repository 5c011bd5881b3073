import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

test("one at a time has a key's turn, in the order in which they asked, whatever they do with it", async () => {
  const requests = fc.array(fc.record({ key: fc.constantFrom("a", "b", "c"), ms: fc.nat(3) }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(requests, async (asked) => {
      const turns = createTurns();
      const holders = new Map<string, number>();
      const served: number[] = [];
      await Promise.all(
        asked.map(async ({ key, ms }, index) => {
          const end = await turns.take(key);
          expect(holders.get(key)).toBeUndefined();
          holders.set(key, index);
          served.push(index);
          if (ms > 0) await sleep(ms);
          holders.delete(key);
          end();
        }),
      );
      for (const key of ["a", "b", "c"]) {
        const ofKey = served.filter((index) => asked[index]!.key === key);
        expect(ofKey).toEqual(ofKey.toSorted((a, b) => a - b));
      }
      expect(served).toHaveLength(asked.length);
    }),
    { numRuns: 40 },
  );
});

test("different keys do not wait for each other", async () => {
  const turns = createTurns();
  await turns.take("slow");
  expect(await Promise.race([turns.take("quick").then(() => "served"), sleep(100, "waits")])).toBe("served");
});
