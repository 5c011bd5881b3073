import type { Health } from "#core/judging/health.ts";
import { judge, type Judged, type Judgement, type JudgingPolicy } from "#core/judging/judge.ts";
import { isOpenAfter, minutely, POLICY } from "./judging.ts";

/** The ids of the locations A, B, C … */
export const PLACES = { A: 1, B: 2, C: 3, D: 4 } as const;

/**
 * Results of several locations: "Ad Bu | Bu" is A's check that found it down and B's at the same slot that found it up, and B's at the slot
 * a minute later. Those of one slot start 100 ms after each other.
 */
export function fromPlaces(script: string): Judged[] {
  return script.split("|").flatMap((slot, minute) =>
    slot
      .trim()
      .split(/\s+/)
      .map((mark, order) => {
        const [place, status] = mark as unknown as [keyof typeof PLACES, string];
        const slotAt = minute * 60_000;
        return { ...minutely(status)[0]!, locationId: PLACES[place], slotAt, startedAt: slotAt + 3 + order * 100 };
      }),
  );
}

/** Two checks that agree are enough: one vote decides. */
const ONE_VOTE: JudgingPolicy = { ...POLICY, confirmations: 1 };

/** Judges them one after the other, with these healthy locations; the incident opens and closes as they say. */
export function judgeFrom(health: Health, results: readonly Judged[], places: readonly number[], policy = ONE_VOTE): Judgement[] {
  let isOpen = false;
  return results.map((each) => {
    const judgement = judge(health, each, policy, isOpen, places);
    health = judgement.health;
    isOpen = isOpenAfter(judgement, isOpen);
    return judgement;
  });
}
