import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "./change.ts";
import { noticeChanges, NOTHING_SEEN, type SeenMemory } from "./notice-changes.ts";
import type { SeenValue, Sighting } from "./seen.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const addresses = (...value: string[]): SeenValue => ({ part: "addresses", value, key: value.join(" ") });
const banner = (value: string): SeenValue => ({ part: "banner", value, key: value });
const starttls = (value: boolean): SeenValue => ({ part: "starttls", value, key: String(value) });
const seen = (...values: SeenValue[]): Sighting => ({ values, expiry: null });
const expiring = (days: number, fingerprint256 = "AA"): Sighting => ({
  values: [],
  expiry: { days, daysLeft: days, notAfter: "2026-12-30T00:00:00.000Z", fingerprint256 },
});

function timed(history: { hours: number; banner: number; isOffered: boolean }[]) {
  let at = 0;
  return history.map((each): [number, Sighting] => [
    (at += each.hours * HOUR_MS),
    seen(banner(`mx${each.banner}`), starttls(each.isOffered)),
  ]);
}

/** What is noticed at each of these instants. */
function notice(sightings: [at: number, sighting: Sighting][], memory: SeenMemory = NOTHING_SEEN): Change[][] {
  return sightings.map(([at, sighting]) => {
    const noticed = noticeChanges(memory, sighting, at);
    memory = structuredClone(noticed.memory); // as the database gives it back
    return noticed.changes;
  });
}
const counts = (...args: Parameters<typeof notice>) => notice(...args).map(({ length }) => length);

test("what is seen for the first time is no change, and the same again is none", () => {
  const sighting = seen(addresses("192.0.2.25"), banner("mx1"), starttls(true));
  expect(counts([0, 60, 120].map((at) => [at, sighting]))).toEqual([0, 0, 0]);
});

test("a change says what was and what is, and that the rest is as it was goes without saying", () => {
  const [, changes] = notice([
    [0, seen(addresses("192.0.2.25"), banner("mx1"))],
    [HOUR_MS, seen(addresses("192.0.2.26"), banner("mx1"))],
  ]);
  expect(changes).toEqual([{ aspect: "addresses", before: ["192.0.2.25"], after: ["192.0.2.26"] }]);
});

test("a part that was not seen is not gone", () => {
  expect(
    counts([
      [0, seen(addresses("192.0.2.25"), banner("mx1"))],
      [60, seen(addresses("192.0.2.25"))],
      [120, seen(addresses("192.0.2.25"), banner("mx2"))],
    ]),
  ).toEqual([0, 0, 1]);
});

test("servers that take turns are told of once", () => {
  const turns = Array.from({ length: 100 }, (_, turn): [number, Sighting] => [turn * 60_000, seen(banner(`mx${turn % 3}`))]);
  expect(counts(turns).reduce((sum, count) => sum + count)).toBe(2);
});

test("what was so more than a day ago is news again", () => {
  const turns = [0, 1, 2 * 24, 2 * 24 + 25].map((hour, turn): [number, Sighting] => [
    hour * HOUR_MS,
    seen(banner(`mx${turn % 2}`)),
  ]);
  expect(counts(turns)).toEqual([0, 1, 1, 1]);
  expect(counts([[0, seen(banner("a"))], [HOUR_MS, seen(banner("b"))], [24 * HOUR_MS, seen(banner("a"))]])).toEqual([0, 1, 0]); // prettier-ignore
});

test("a server that is another one at every check is left alone after the fourth, until it calms down", () => {
  const restless = Array.from({ length: 3_000 }, (_, turn): [number, Sighting] => [turn * 60_000, seen(banner(`id ${turn}`))]);
  const calm: [number, Sighting] = [3_000 * 60_000 + DAY_MS, seen(banner("calm"))];
  const noticed = counts([...restless, calm]);
  expect(noticed.slice(0, 6)).toEqual([0, 1, 1, 1, 1, 0]);
  expect(noticed.slice(0, -1).reduce((sum, count) => sum + count)).toBe(4);
  expect(noticed.at(-1)).toBe(1);
});

test("STARTTLS that vanished is news, and so is its return within the day, but not a third time", () => {
  const offered = [true, false, true, false, true, false, true].map((isOffered, hour): [number, Sighting] => [
    hour * HOUR_MS,
    seen(starttls(isOffered)),
  ]);
  expect(counts(offered)).toEqual([0, 1, 1, 0, 0, 0, 0]);
});

describe("the end of a certificate", () => {
  test("is told of at 30, 14, 7 and 1 days, once each, and not after renewal", () => {
    const days = [30, 30, 14, 14, 14, 7, 1, 1];
    const sightings = days.map((each, hour): [number, Sighting] => [hour * HOUR_MS, expiring(each)]);
    const renewed: [number, Sighting] = [9 * HOUR_MS, seen(banner("mx1"))];
    expect(counts([...sightings, renewed, renewed])).toEqual([1, 0, 1, 0, 0, 1, 1, 0, 0, 0]);
  });

  test("that is near when it is first seen is told of once, for the nearest", () => {
    expect(notice([[0, expiring(7)], [1, expiring(7)]])).toMatchObject([[{ aspect: "certificate-expiry", before: null, after: { days: 7 } }], []]); // prettier-ignore
  });

  test("is told of for each certificate by itself, however often they take turns", () => {
    const turns = Array.from({ length: 20 }, (_, turn): [number, Sighting] => [turn, expiring(14, turn % 2 === 0 ? "AA" : "BB")]);
    expect(counts(turns).reduce((sum, count) => sum + count)).toBe(2);
  });

  test("that was told of is not told of again after an edit", () => {
    const { memory } = noticeChanges(NOTHING_SEEN, expiring(14), 0);
    expect(counts([[1, expiring(14)]], { ...NOTHING_SEEN, warned: memory.warned })).toEqual([0]);
  });
});

describe("whatever is seen", () => {
  const histories = fc.array(
    fc.record({ hours: fc.integer({ min: 0, max: 30 }), banner: fc.integer({ min: 0, max: 6 }), isOffered: fc.boolean() }),
    { maxLength: 80 },
  );

  test("seeing it again notices nothing", () => {
    fc.assert(
      fc.property(histories, (history) => {
        let memory = NOTHING_SEEN;
        for (const [at, sighting] of timed(history)) {
          ({ memory } = noticeChanges(memory, sighting, at));
          expect(noticeChanges(memory, sighting, at)).toEqual({ memory, changes: [] });
        }
      }),
    );
  });

  test("no value is news that was so within the last day, and no part more than four times a day", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const lastSo = new Map<string, number>();
        const noticed = notice(timed(history)).map((changes) => changes.some(({ aspect }) => aspect === "banner"));
        let news: number[] = [];
        for (const [index, [at, { values }]] of timed(history).entries()) {
          const key = values[0]!.key;
          const isRecent = at - (lastSo.get(key) ?? Number.NEGATIVE_INFINITY) < DAY_MS;
          news = [...news.filter((each) => at - each < DAY_MS), ...(noticed[index] ? [at] : [])];
          expect({ isRecentNews: noticed[index] && isRecent, isTooMany: news.length > 4 }).toEqual({
            isRecentNews: false,
            isTooMany: false,
          });
          const next = timed(history)[index + 1];
          if (next) lastSo.set(key, next[0]); // it was so until the next look
        }
      }),
    );
  });

  test("what is remembered stays small", () => {
    let memory = NOTHING_SEEN;
    for (let turn = 0; turn < 500; turn++) {
      memory = noticeChanges(
        memory,
        { ...expiring(14, `${turn}`), values: [banner(`${turn}`), addresses(`${turn}`)] },
        turn,
      ).memory;
    }
    expect(JSON.stringify(memory).length).toBeLessThan(3_000);
  });
});
