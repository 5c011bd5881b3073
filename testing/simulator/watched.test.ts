import fc from "fast-check";
import { expect, test } from "vitest";
import { CALM } from "#core/judging/flapping.ts";
import type { HealthRow } from "#db/health/health-row.ts";
import { judgeChecks } from "#db/result/judge-checks.ts";
import { makeResult } from "#testing/checks.ts";
import { histories, policies, resultsOf } from "#testing/judging-histories.ts";
import { NEW } from "#testing/judging.ts";
import { newlyWatched, take } from "./watched.ts";

const PLACES = [1, 2, 3];

test("what is simulated is what the recorder does with the same results", () => {
  fc.assert(
    fc.property(histories, policies, fc.array(fc.constantFrom(...PLACES), { minLength: 60 }), (history, policy, from) => {
      const watched = newlyWatched(1, policy);
      let row: HealthRow = {
        monitorId: 1,
        teamId: 1,
        ...policy,
        health: NEW,
        flapping: CALM,
        revision: 1,
        checkedRevision: 0,
        latest: null,
        goodSlotAt: null,
        incidentId: null,
        starttlsRevision: null,
        loginRefusedRevision: null,
        seenHash: null,
      };
      let told = 0;
      for (const [at, judged] of resultsOf(history).entries()) {
        const locationId = from[at]!;
        const made = makeResult(judged.status, judged.startedAt);
        const result = { ...made, ...(judged.retryAt !== undefined && { retryAt: judged.retryAt }) };
        const check = { monitorId: 1, revision: 1, locationId, slotAt: judged.slotAt, result };
        const verdict = judgeChecks(row, [check], PLACES);
        row = { ...verdict.row, incidentId: verdict.isIncidentOpen ? 1 : null };
        for (const step of verdict.incidents) {
          if (step.kind === "resolve" || step.kind === "flapping_began" || (step.kind === "open" && !step.isFlapping)) told++;
        }
        const looks = take(watched, { ...judged, locationId, reason: made.reason?.code ?? null }, PLACES, judged.startedAt);
        expect(watched.health).toEqual(row.health);
        expect(watched.flapping).toEqual(row.flapping);
        expect(watched.isIncidentOpen).toBe(verdict.isIncidentOpen);
        expect(looks).toEqual(
          verdict.confirmations.map(({ kind, locationId: where, slotAt }) => ({ kind, locationId: where, slotAt })),
        );
      }
      expect(watched.told.length).toBe(told);
    }),
    { numRuns: 300 },
  );
});
