import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { histories, policies, resultsOf } from "#testing/judging-histories.ts";
import { isOpenAfter, judgeAll, NEW } from "#testing/judging.ts";
import { isIncident } from "../incident/incident-change.ts";
import { judge } from "./judge.ts";

describe("whatever the results", () => {
  test("an incident only ever begins after one result and as many more as the policy wants, none of them up", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        let isOpen = false;
        let troubles = 0;
        for (const each of resultsOf(history)) {
          const isNew = health.lastSlotAt === null || each.slotAt > health.lastSlotAt;
          const judgement = judge(health, each, policy, isOpen);
          if (isNew)
            troubles = isIncident(each.status, policy.incidentFrom) ? troubles + 1 : each.status === "unknown" ? troubles : 0;
          expect(judgement.incident?.kind !== "open" || troubles > policy.confirmations).toBe(true);
          isOpen = isOpenAfter(judgement, isOpen);
          health = judgement.health;
        }
      }),
    );
  });

  test("after every result that says something an incident is open if and only if the status is one, however the policy changes", () => {
    fc.assert(
      fc.property(histories, fc.array(policies, { minLength: 1, maxLength: 5 }), (history, changing) => {
        let health = NEW;
        let isOpen = false;
        for (const [index, each] of resultsOf(history).entries()) {
          const { incidentFrom } = changing[Math.floor(index / 8) % changing.length]!;
          const isNew = health.lastSlotAt === null || each.slotAt > health.lastSlotAt;
          const judgement = judge(health, each, { ...changing[0]!, incidentFrom }, isOpen);
          const kind = judgement.incident?.kind;
          expect(kind === undefined || isOpen === (kind !== "open")).toBe(true); // nothing begins twice or ends unbegun
          const after = isOpenAfter(judgement, isOpen);
          health = judgement.health;
          const isSaid = isNew && health.status !== "unknown";
          expect(after).toBe(isSaid ? isIncident(health.status, incidentFrom) : isOpen);
          isOpen = after;
        }
      }),
    );
  });

  test("of those who are told of an incident that becomes worse, nobody is told without a change to down", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        const { judgements } = judgeAll(NEW, resultsOf(history), policy);
        const becameOf = (kind: string) =>
          judgements.flatMap(({ incident, transitions }) => (incident?.kind === kind ? [transitions.at(-1)?.to] : []));
        expect(becameOf("worsen").every((to) => to === "down")).toBe(true);
        expect(becameOf("ease").every((to) => to === "degraded")).toBe(true);
      }),
    );
  });
});
