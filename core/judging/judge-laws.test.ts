import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { histories, policies, resultsOf } from "#testing/judging-histories.ts";
import { isOpenAfter, judgeAll, NEW, unchanged } from "#testing/judging.ts";
import { uptimeOf } from "../uptime/uptime.ts";
import { silenceLimitMs } from "./gap.ts";
import { judge } from "./judge.ts";
import { isAwaited } from "./vote.ts";

const skews = fc.integer({ min: -20, max: 20 });

describe("whatever the results", () => {
  test("judging one again changes nothing", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        let isOpen = false;
        for (const each of resultsOf(history)) {
          const once = judge(health, each, policy, isOpen);
          isOpen = isOpenAfter(once, isOpen);
          const again = judge(once.health, each, policy, isOpen);
          expect(again).toEqual(unchanged(once.health));
          health = once.health;
        }
      }),
    );
  });

  test("whoever is to look again does so at a slot that will be news, though the one before was ahead of its time", () => {
    fc.assert(
      fc.property(histories, policies, skews, fc.constantFrom([], [1, 2]), (history, policy, skewS, places) => {
        let health = NEW;
        let isOpen = false;
        for (const [n, { startedAt, slotAt, ...each }] of resultsOf(history).entries()) {
          const aheadMs = n % 3 === 0 ? skewS * 1000 : 0; // every third comes from a place with another time
          const judgement = judge(health, { ...each, startedAt, slotAt: slotAt + aheadMs }, policy, isOpen, places);
          health = judgement.health;
          isOpen = isOpenAfter(judgement, isOpen);
          for (const look of judgement.looks) {
            const isNews = look.slotAt > health.lastSlotAt! || isAwaited(health.contrary?.votes, look);
            expect(isNews).toBe(true);
          }
        }
      }),
    );
  });

  test("changes follow each other in time and each begins where the one before it ended", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        const { health, transitions } = judgeAll(NEW, resultsOf(history), policy);
        let before: { at: number; to: string } = { at: NEW.since, to: NEW.status };
        for (const change of transitions) {
          expect(change.from).toBe(before.to);
          expect(change.to).not.toBe(change.from);
          expect(change.at).toBeGreaterThanOrEqual(before.at);
          expect(change.confirmedAt).toBeGreaterThanOrEqual(change.at);
          before = change;
        }
        expect({ status: health.status, since: health.since }).toEqual({ status: before.to, since: before.at });
      }),
    );
  });

  test("the time in each status adds up to the whole", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        const { transitions } = judgeAll(NEW, resultsOf(history), policy);
        const to = 10_000_000;
        const { ms } = uptimeOf(transitions, 0, to);
        expect(ms.up + ms.degraded + ms.down + ms.unknown).toBe(to);
      }),
    );
  });

  test("no status outlives one result and as many more as the policy wants that all disagree in the same direction", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        let isOpen = false;
        let against = { status: health.status, count: 0 };
        for (const { retryAt: _, ...each } of resultsOf(history)) {
          const isNew = health.lastSlotAt === null || each.slotAt > health.lastSlotAt;
          const judgement = judge(health, each, policy, isOpen);
          const hasChanged = judgement.transitions.length > 0;
          const isAgainst = each.status !== "unknown" && each.status !== "up" && each.status !== health.status;
          if (isNew) against = { status: health.status, count: isAgainst && !hasChanged ? against.count + 1 : 0 };
          expect(against.status === "degraded" || against.count <= policy.confirmations).toBe(true);
          isOpen = isOpenAfter(judgement, isOpen);
          health = judgement.health;
        }
      }),
    );
  });

  test("down is said no later for what else disagreed before", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let downs = 0;
        let health = NEW;
        for (const { retryAt: _, ...each } of resultsOf(history)) {
          const isNew = health.lastSlotAt === null || each.slotAt > health.lastSlotAt;
          const { health: after, transitions } = judge(health, each, policy, false);
          const isGap = transitions[0]?.reason === "check.missed";
          if (isNew) downs = each.status === "down" ? (isGap ? 1 : downs + 1) : 0;
          expect(downs > policy.confirmations).toBe(after.status === "down" && downs > 0 && downs > policy.confirmations);
          health = after;
        }
      }),
    );
  });

  test("no silence longer than the limit is called up or down", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        let isOpen = false;
        for (const each of resultsOf(history)) {
          const isSilence = health.lastSlotAt !== null && each.slotAt - health.lastSlotAt > silenceLimitMs(policy.intervalS);
          const judgement = judge(health, each, policy, isOpen);
          const isSaid = judgement.transitions[0]?.reason === "check.missed";
          expect(isSaid).toBe(isSilence && health.status !== "unknown");
          isOpen = isOpenAfter(judgement, isOpen);
          health = judgement.health;
        }
      }),
    );
  });
});
