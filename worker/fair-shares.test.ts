import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { jainIndex } from "#testing/jain-index.ts";
import { untilSo } from "#testing/until.ts";
import { createFairShares, type FairShares } from "./fair-shares.ts";

const LONG_MS = 10_000;

/** Asks for a number of places at once; who got one so far, in order, under the name given. */
function ask(shares: FairShares, teamId: number, names: string[], got: string[], isUrgent = false) {
  return names.map((name) =>
    shares.take(teamId, LONG_MS, isUrgent).then((end) => {
      got.push(name);
      return end!;
    }),
  );
}
const named = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n + 1}`);
const settled = () => sleep(1);

test("while there is room nobody waits, and what is given back is free again", async () => {
  const shares = createFairShares(4);
  const ends = [shares.takeNow(1), shares.takeNow(2), shares.takeNow(3)];
  expect(ends.every((end) => end !== null)).toBe(true);
  expect(shares.counts()).toEqual({ probing: 3, waiting: 0 });
  for (const end of ends) end!();
  ends[0]!(); // a place is given back once, however often that is said
  expect(shares.counts()).toEqual({ probing: 0, waiting: 0 });
});

test("a team alone gets three quarters of the places, and the others find theirs at once", async () => {
  const shares = createFairShares(100);
  const got: string[] = [];
  void ask(shares, 1, named("slow", 200), got);
  await settled();
  expect(shares.counts()).toEqual({ probing: 75, waiting: 125 });
  for (let teamId = 2; teamId <= 12; teamId++) expect(shares.takeNow(teamId)).not.toBeNull();
});

test("teams that want everything share evenly before long, and leave room for one more", async () => {
  const shares = createFairShares(310);
  const got: string[] = [];
  for (let teamId = 1; teamId <= 10; teamId++) {
    // each place is held for long and then asked for again, as by slow servers
    const again = (): Promise<void> =>
      shares.take(teamId, LONG_MS, false).then(async (end) => {
        got.push(String(teamId));
        await sleep(5);
        end!();
        if (got.length < 3_000) await again();
      });
    for (let n = 0; n < 200; n++) void again();
  }
  await untilSo(
    () => got.length,
    (length) => length >= 2_000,
    LONG_MS,
  );
  expect(shares.counts().probing).toBeLessThan(305);
  expect(shares.takeNow(99)).not.toBeNull();
  const shareOf = (teamId: number) => got.slice(1_000).filter((each) => each === String(teamId)).length;
  expect(jainIndex(Array.from({ length: 10 }, (_, n) => shareOf(n + 1)))).toBeGreaterThan(0.95);
});

test("of those that wait, teams take turns, each in its own order", async () => {
  const shares = createFairShares(1);
  const end = shares.takeNow(9)!;
  const got: string[] = [];
  const waiting = [...ask(shares, 1, named("a", 3), got), ...ask(shares, 2, named("b", 2), got), ...ask(shares, 3, ["c1"], got)];
  end();
  for (const each of waiting.map((place) => place.then((endIt) => endIt()))) await each;
  expect(got).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
});

test("an urgent one goes ahead of the rest of its team, and of nobody else", async () => {
  const shares = createFairShares(1);
  const end = shares.takeNow(9)!;
  const got: string[] = [];
  const waiting = [...ask(shares, 1, named("a", 2), got), ...ask(shares, 2, ["b1"], got), ...ask(shares, 2, ["urgent"], got, true)];
  end();
  for (const each of waiting.map((place) => place.then((endIt) => endIt()))) await each;
  expect(got).toEqual(["a1", "urgent", "a2", "b1"]);
});

test("whose time runs out gets none, and nobody waits behind them", async () => {
  const shares = createFairShares(1);
  const end = shares.takeNow(1)!;
  const tooLate = shares.take(2, 10, false);
  const inTime = shares.take(2, LONG_MS, false);
  expect(await tooLate).toBeNull();
  expect(shares.counts()).toEqual({ probing: 1, waiting: 1 });
  end();
  expect(await inTime).not.toBeNull();
  expect(shares.counts()).toEqual({ probing: 1, waiting: 0 });
});
