import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeFrom, PLACES } from "#testing/judging-votes.ts";
import { NEW, POLICY, result, unchanged } from "#testing/judging.ts";
import { STATUSES } from "../check/status.ts";
import type { Health, Transition } from "./health.ts";
import { judge, type Judged } from "./judge.ts";
import type { Say, Votes } from "./vote.ts";

const UP: Health = { ...NEW, status: "up", since: 0, lastSlotAt: 940_000 };

/** Results of four locations in any order: at one slot or the next, late, twice, and with any of the locations cut off meanwhile. */
const interleavings = fc.array(
  fc.record({
    locationId: fc.constantFrom(...Object.values(PLACES)),
    status: fc.constantFrom(...STATUSES),
    waitS: fc.constantFrom(0, 0, 0, 10, 60),
    lateMs: fc.nat(30_000),
    places: fc.subarray(Object.values(PLACES), { minLength: 2 }),
  }),
  { maxLength: 40 },
);
const confirmations = fc.integer({ min: 1, max: 5 });

type Step = { each: Judged; places: number[] };

function stepsOf(
  interleaving: readonly { locationId: number; status: Judged["status"]; waitS: number; lateMs: number; places: number[] }[],
) {
  let slotS = 1000;
  return interleaving.map(({ locationId, status, waitS, lateMs, places }): Step => {
    return { each: { ...result(status, (slotS += waitS), lateMs), locationId }, places };
  });
}

/** What an interleaving shows of how statuses came about: by a majority, by number, or by nothing that may change one. */
function changesOf(steps: readonly Step[], confirmations: number) {
  let health = UP;
  const seen: Step[] = [];
  const changes: ("majority" | "number" | { withoutCause: Transition })[] = [];
  for (const step of steps) {
    const { health: after, transitions, vote } = judge(health, step.each, { ...POLICY, confirmations }, false, step.places);
    if (after !== health) seen.push(step);
    const change = transitions.at(-1);
    if (change && change.from !== "unknown" && change.reason !== "check.missed") {
      const isMost = vote?.outcome.kind === "agreed" && isMajority(vote.votes, change, seen);
      changes.push(
        isMost
          ? "majority"
          : vote?.outcome.kind !== "agreed" && isNumber(change, confirmations, seen)
            ? "number"
            : { withoutCause: change },
      );
    }
    health = after;
  }
  return changes;
}

/** More than half of those asked, and at least two, disagree; each said so in a check that was really made while its location was healthy. */
function isMajority({ says }: Votes, { from }: Transition, seen: readonly Step[]): boolean {
  const against = says.filter(({ said }) => said !== null && said.status !== "unknown" && said.status !== from);
  const isReal = ({ locationId, said }: Say) =>
    seen.some(
      ({ each, places }) => each.locationId === locationId && each.startedAt === said!.startedAt && places.includes(locationId),
    );
  return against.length > 1 && against.length * 2 > says.length && against.every(isReal);
}

/** Since a healthy location last said what the status was, more than the policy wants said that it is not. */
function isNumber({ from, to }: Transition, confirmations: number, seen: readonly Step[]): boolean {
  const healthy = seen.filter(({ each, places }) => places.includes(each.locationId));
  const since = healthy.slice(healthy.findLastIndex(({ each }) => each.status === from) + 1);
  return since.filter(({ each }) => (each.status === "unknown") === (to === "unknown")).length > confirmations;
}

test("no interleaving of votes changes a status without a majority, or, where nobody says otherwise, without the number", () => {
  const seen = { majority: 0, number: 0 };
  fc.assert(
    fc.property(interleavings, confirmations, (interleaving, more) => {
      const changes = changesOf(stepsOf(interleaving), more);
      expect(changes.filter((change) => typeof change === "object")).toEqual([]);
      for (const change of changes) if (typeof change === "string") seen[change]++;
    }),
    { numRuns: 3_000 },
  );
  expect(Math.min(seen.majority, seen.number)).toBeGreaterThan(10);
});

test("in whatever order three locations answer, they come to the same", () => {
  const three = fc.tuple(...[1, 2, 3].map(() => fc.constantFrom(...STATUSES)));
  fc.assert(
    fc.property(three, confirmations, (statuses, more) => {
      const orders = [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
      ];
      const ends = orders
        .filter(([first]) => statuses[first!] !== "up") // what agrees is put to no vote
        .map((order) => {
          const results = order.map((at, answer) => ({ ...result(statuses[at]!, 1000, 3 + answer), locationId: at + 1 }));
          return judgeFrom(UP, results, [1, 2, 3], { ...POLICY, confirmations: more }).at(-1)!.health.status;
        });
      expect(new Set(ends).size).toBeLessThanOrEqual(1);
    }),
  );
});

test("a vote that is judged again changes nothing", () => {
  fc.assert(
    fc.property(interleavings, confirmations, (interleaving, more) => {
      const policy = { ...POLICY, confirmations: more };
      let health = UP;
      for (const { each, places } of stepsOf(interleaving)) {
        const all = [...new Set([...places, each.locationId])];
        const once = judge(health, each, policy, false, all);
        expect(judge(once.health, each, policy, false, all)).toEqual(unchanged(once.health));
        health = once.health;
      }
    }),
  );
});
